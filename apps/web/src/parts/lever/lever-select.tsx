import type { ReactNode } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Select } from "../../ui/select.tsx";
import { useLocalise } from "./use-lever.ts";

interface LeverSelectProps {
  label: ReactNode;
  value: string | null;
  onChange: (lever: string | null) => void;
  /** Has the focus when its dialog opens. */
  isFirst?: boolean;
}

/** Chooses a lever, or the tray. */
export function LeverSelect({ label, value, onChange, isFirst = false }: LeverSelectProps) {
  const text = useText();
  const say = useLocalise();
  const groups = useBoard(({ meta }) => meta.groups);
  const levers = useBoard((view) => view.levers);
  return (
    <Select
      data-autofocus={isFirst}
      label={label}
      onChange={(event) => onChange(event.target.value || null)}
      value={value ?? ""}
    >
      <option value="">{text("lever.none")}</option>
      {groups.map((group) => (
        <optgroup key={group.id} label={say(group.title)}>
          {levers
            .filter((lever) => lever.group === group.id)
            .map((lever) => (
              <option key={lever.id} value={lever.id}>
                {`${lever.number}. ${say(lever.title)}`}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}
