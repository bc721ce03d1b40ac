import { figure, table } from "./table.ts";

/** One line of what must hold; times for the record carry no bound. */
export interface Bound {
  what: string;
  measured: number;
  unit: string;
  /** The most that is allowed, in the same unit. */
  most: number;
  /** What was found before this server existed. */
  survey: string;
}

export function boundsTable(bounds: readonly Bound[]): string {
  const rows = bounds.map(({ what, measured, unit, most, survey }) => [
    what,
    withUnit(measured, unit),
    `≤ ${withUnit(most, unit)}`,
    verdict(measured, most),
    survey,
  ]);
  return table(["what", "measured", "must", "", "survey"], rows);
}

function withUnit(value: number, unit: string): string {
  return `${figure(value)} ${unit}`;
}

function verdict(measured: number, most: number): string {
  if (!Number.isFinite(measured) || !Number.isFinite(most)) return "not measured";
  return measured <= most ? "met" : "**not met**";
}
