import type { KeyboardEvent, Ref } from "react";

import { TextCounter } from "../../../parts/card/text-counter.tsx";
import { useText } from "../../../texts/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { type Entry, type EntryProblems, lettersLeft } from "./entry.ts";

interface EntryTextProps {
  entry: Entry;
  onChange: (text: string) => void;
  problem: EntryProblems["text"];
  ref: Ref<HTMLTextAreaElement>;
}

/** The words. Enter saves them; a new line takes Shift. */
export function EntryText({ entry, onChange, problem, ref }: EntryTextProps) {
  const t = useText();
  const left = lettersLeft(entry.text);
  const isSolved = problem === "empty" ? entry.text.trim() !== "" : problem === "too-long";
  const shown = left < 0 ? "too-long" : isSolved ? undefined : problem;
  return (
    <div>
      <TextField
        enterKeyHint="done"
        error={shown && t(`composer.problem.${shown}`, { count: -left })}
        isMultiline
        label={t(entry.kind === "quote" ? "composer.quoteText" : "scribe.noteText")}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={submitOnEnter}
        ref={ref}
        rows={3}
        value={entry.text}
      />
      <TextCounter left={left} />
    </div>
  );
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent } = event;
  // With Ctrl the form does it; while letters are being composed Enter belongs to the keyboard's own window.
  if (key !== "Enter" || shiftKey || ctrlKey || metaKey || altKey || nativeEvent.isComposing)
    return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
