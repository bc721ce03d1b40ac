import { NAME_MAX_LENGTH } from "@hefboom/board";

import { useText } from "../../texts/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";
import css from "./composer.module.css";
import type { Draft } from "./draft/draft.ts";

interface SpeakerFieldsProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** Who said it, and whether that person agrees to be named. */
export function SpeakerFields({ draft, onChange }: SpeakerFieldsProps) {
  const text = useText();
  return (
    <div>
      <TextField
        autoComplete="off"
        label={text("composer.speaker")}
        maxLength={NAME_MAX_LENGTH}
        onChange={(event) => onChange({ speaker: event.target.value })}
        value={draft.speaker}
      />
      {draft.speaker.trim() !== "" && (
        <label className={css.check}>
          <input
            checked={draft.speakerAgrees}
            onChange={(event) => onChange({ speakerAgrees: event.target.checked })}
            type="checkbox"
          />
          {text("composer.speakerAgrees")}
        </label>
      )}
    </div>
  );
}
