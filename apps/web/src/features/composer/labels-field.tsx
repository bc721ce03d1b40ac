import type { Labels } from "@hefboom/board";
import { useState } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";
import css from "./composer.module.css";

interface LabelsFieldProps {
  labels: Labels;
  onChange: (labels: Labels) => void;
}

/** Optional marks, folded away: most people write and go. */
export function LabelsField({ labels, onChange }: LabelsFieldProps) {
  const text = useText();
  const say = useLocalise();
  const sets = useBoard(({ meta }) => meta.labelSets);
  // Only how it starts: from then on the person folds and unfolds it.
  const [isOpenAtFirst] = useState(() => Object.keys(labels).length > 0);
  if (sets.length === 0) return null;
  return (
    <details className={css.more} open={isOpenAtFirst}>
      <summary>
        <Icon name="down" />
        {text("composer.labels")}
      </summary>
      <div className={css.fields}>
        {sets.map((set) => (
          <Select
            key={set.id}
            label={say(set.title)}
            onChange={(event) => onChange(withLabel(labels, set.id, event.target.value))}
            value={labels[set.id] ?? ""}
          >
            <option value="">{text("composer.noLabel")}</option>
            {set.labels.map((label) => (
              <option key={label.id} value={label.id}>
                {say(label.title)}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </details>
  );
}

function withLabel(labels: Labels, setId: string, labelId: string): Labels {
  const { [setId]: _before, ...others } = labels;
  return labelId === "" ? others : { ...others, [setId]: labelId };
}
