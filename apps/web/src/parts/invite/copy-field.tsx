import { type ReactNode, useId, useRef, useState } from "react";

import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./copy-field.module.css";

interface CopyFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  value: string;
}

/** A link to take along. Without a clipboard (http in a hall) it selects the text and says which keys to press. */
export function CopyField({ label, hint, value }: CopyFieldProps) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected">();
  const copy = async () => {
    input.current?.select();
    setOutcome((await copyText(value)) ? "copied" : "selected");
  };
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={css.row}>
        <input
          aria-describedby={hint ? `${id}-hint` : undefined}
          className={css.value}
          id={id}
          onFocus={(event) => event.currentTarget.select()}
          readOnly
          ref={input}
          value={value}
        />
        <Button aria-describedby={id} onClick={() => void copy()} variant="quiet">
          <Icon name={outcome === "copied" ? "check" : "copy"} />
          {outcome === "copied" ? t("copy.copied") : t("copy.copy")}
        </Button>
      </div>
      <p className={css.outcome} role="status">
        {outcome === "selected" && t("copy.select")}
        {outcome === "copied" && <span className="visually-hidden">{t("copy.copied")}</span>}
      </p>
    </div>
  );
}

/** @returns whether the text is on the clipboard now; the field's text is selected already */
async function copyText(text: string): Promise<boolean> {
  try {
    // The type says it is always there; on http it is not, and the throw leads to the older way.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection();
  }
}

function copySelection(): boolean {
  try {
    return document.execCommand("copy");
  } catch {
    return false; // the text stays selected, so that the keys work
  }
}
