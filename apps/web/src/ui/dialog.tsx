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
    // React's autoFocus comes too early: what stands in a closed dialog takes no focus.
    dialog?.querySelector<HTMLElement>("[data-autofocus=true]")?.focus();
    const stopFollowing = dialog ? followKeyboard(dialog) : undefined;
    return () => {
      stopFollowing?.();
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
        <div className={css.header}>
          <h2 id={titleId}>{title}</h2>
          <button aria-label={closeLabel} className={css.close} onClick={onClose} type="button">
            <Icon name="close" />
          </button>
        </div>
        <div className={css.body}>{children}</div>
        {footer && <div className={css.footer}>{footer}</div>}
      </div>
    </dialog>
  );
}

/** Keeps the dialog above an on-screen keyboard: Safari lays the keyboard over the page without telling the layout. */
function followKeyboard(dialog: HTMLDialogElement): (() => void) | undefined {
  const viewport = window.visualViewport;
  if (!viewport) return undefined;
  const follow = () => {
    const hidden = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop);
    // A zoomed page has a small visual viewport too; then nothing is hidden by a keyboard.
    const below = viewport.scale > 1.05 ? 0 : hidden;
    dialog.style.setProperty("--dialog-keyboard-size", `${below}px`);
  };
  follow();
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
  return () => {
    viewport.removeEventListener("resize", follow);
    viewport.removeEventListener("scroll", follow);
  };
}
