import { type Group, type LeverView, type LocalisedText, localise } from "@hefboom/board";
import type { CSSProperties } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useLocale } from "../../texts/use-text.ts";
import { cssVars } from "../../ui/theme/css-vars.ts";
import { leverHues } from "./lever-hue.ts";

/** Hues by the board's list of levers, which stays `===` until it changes. */
const huesOfLevers = new WeakMap<readonly LeverView[], ReadonlyMap<string, number>>();

function huesOf(groups: readonly Group[], levers: readonly LeverView[]) {
  const known = huesOfLevers.get(levers) ?? leverHues(groups, levers);
  huesOfLevers.set(levers, known);
  return known;
}

/** Style that tints what stands inside with the lever's hue; the tray has none. */
export function useLeverTint(leverId: string | null): CSSProperties | undefined {
  const hue = useBoard((view) =>
    leverId === null ? undefined : huesOf(view.meta.groups, view.levers).get(leverId),
  );
  return hue === undefined ? undefined : cssVars({ "--hefboom-lever-hue": hue });
}

/** Says a text of the board (a title, a hint) in the page's language, else in the board's. */
export function useLocalise(): (text: LocalisedText) => string {
  const locale = useLocale();
  const boardLocale = useBoard(({ meta }) => meta.locale);
  return (text) => localise(text, locale, boardLocale);
}
