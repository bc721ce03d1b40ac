import { type ReactNode, useEffect, useRef, useState } from "react";

import { useText } from "../../../texts/use-text.ts";
import { Button, type ButtonProps } from "../../../ui/button.tsx";
import css from "./fields.module.css";

interface AskFirstProps {
  /** On the button that asks. */
  children: ReactNode;
  /** Name of that button where its words are not enough, as in a list. */
  name?: string;
  question: ReactNode;
  yes: string;
  onYes: () => void;
  variant?: ButtonProps["variant"];
  isDisabled?: boolean;
}

/** A button for what should not happen by accident: the second press does it. */
export function AskFirst(props: AskFirstProps) {
  const { children, name, question, yes, onYes, variant = "quiet", isDisabled = false } = props;
  const text = useText();
  const [state, setState] = useState<"rest" | "asking" | "answered">("rest");
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === "asking") keep.current?.focus();
    // What had the focus is gone, unless the answer has already led it elsewhere.
    const isLost = document.activeElement === document.body;
    if (state === "answered" && isLost) opener.current?.focus();
  }, [state]);
  if (state !== "asking") {
    return (
      <Button
        aria-label={name}
        disabled={isDisabled}
        onClick={() => setState("asking")}
        ref={opener}
        variant={variant}
      >
        {children}
      </Button>
    );
  }
  const answer = () => {
    setState("answered");
    onYes();
  };
  return (
    <fieldset className={css.ask}>
      <legend>{question}</legend>
      <div className={css.answers}>
        <Button onClick={() => setState("answered")} ref={keep} variant="quiet">
          {text("lead.ask.no")}
        </Button>
        <Button onClick={answer} variant="danger">
          {yes}
        </Button>
      </div>
    </fieldset>
  );
}
