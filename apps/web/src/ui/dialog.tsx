import { type ReactNode, useEffect, useId, useRef } from "react";

import css from "./dialog.module.css";
import { Icon } from "./icon.tsx";

interface DialogProps {
  title: ReactNode;
  /** Name of the closing button. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons that stay in reach at the bottom. */
  footer?: ReactNode;
  /** "sheet": rises from the bottom edge on a phone, stands in the middle on wide screens. */
  shape?: "sheet" | "box";
}

/** A modal native <dialog>, open for as long as it is mounted. Escape, the backdrop and the button close it. */
export function Dialog(props: DialogProps) {
  const { title, closeLabel, onClose, children, footer, shape = "sheet" } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const cancel = (event: { preventDefault(): void; target: unknown; currentTarget: unknown }) => {
    if (event.target !== event.currentTarget) return; // a file picker inside was cancelled
    event.preventDefault();
    onClose();
  };
  const closeOnBackdrop = (event: { target: unknown }) => {
    if (event.target === ref.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, through `cancel`
    <dialog
      aria-labelledby={titleId}
      className={`${css.dialog} ${shape === "sheet" ? css.sheet : css.box}`}
      onCancel={cancel}
      onClick={closeOnBackdrop}
      ref={ref}
    >
      <div className={css.frame}>
        <header className={css.header}>
          <h2 id={titleId}>{title}</h2>
          <button aria-label={closeLabel} className={css.close} onClick={onClose} type="button">
            <Icon name="close" />
          </button>
        </header>
        <div className={css.body}>{children}</div>
        {footer && <footer className={css.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
