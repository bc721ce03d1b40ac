import { type Group, type LeverView, localise } from "@hefboom/board";

interface LeverOptionsProps {
  groups: readonly Group[];
  levers: readonly LeverView[];
  /** The board's language. */
  locale: string;
}

/** All levers of a board as options of a list, under their groups. */
export function LeverOptions({ groups, levers, locale }: LeverOptionsProps) {
  return groups.map((group) => (
    <optgroup key={group.id} label={localise(group.title, locale)}>
      {levers
        .filter((lever) => lever.group === group.id)
        .map((lever) => (
          <option key={lever.id} value={lever.id}>
            {lever.number}. {localise(lever.title, locale)}
          </option>
        ))}
    </optgroup>
  ));
}
