import { TextCounter } from "../../parts/card/text-counter.tsx";
import { useText } from "../../texts/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";
import { type DraftProblems, lettersLeft } from "./draft/check-draft.ts";
import type { Draft } from "./draft/draft.ts";

interface DraftTextProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  problem: DraftProblems["text"];
}

/** The words themselves, with how many more there may be when it gets tight. */
export function DraftText({ draft, onChange, problem }: DraftTextProps) {
  const text = useText();
  const left = lettersLeft(draft.text);
  const isSolved =
    (problem === "empty" && draft.text.trim() !== "") || (problem === "too-long" && left >= 0);
  const shown = left < 0 ? "too-long" : isSolved ? undefined : problem;
  return (
    <div>
      <TextField
        data-autofocus
        enterKeyHint="enter"
        error={shown && text(`composer.problem.${shown}`, { count: -left })}
        isMultiline
        label={text(draft.kind === "quote" ? "composer.quoteText" : "composer.noteText")}
        onChange={(event) => onChange({ text: event.target.value })}
        rows={4}
        value={draft.text}
      />
      <TextCounter left={left} />
    </div>
  );
}
