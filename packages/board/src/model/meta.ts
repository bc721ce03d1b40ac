import type { Group, LabelSet } from "./lever-schema.ts";
import type { LocalisedText } from "./localised-text-schema.ts";

/** Version of the document's layout, so that whoever reads an old board knows what it holds. */
export const DOCUMENT_SCHEMA = 1;

export type AuthorsMode = "shown" | "hidden";

/** Where the session stands; `seq` grows with each change, `startedAt` is server time in ms. */
export interface PhaseState {
  id: string;
  seq: number;
  index: number;
  startedAt: number;
}
type TimerState = ({ endsAt: number } | { pausedLeftMs: number }) & { seq: number };
export interface Locks {
  board: boolean;
  levers: string[];
}

/** The root `meta`, written by the server alone. */
export interface Meta {
  schema: number;
  epoch: number;
  title: LocalisedText;
  locale: string;
  groups: Group[];
  phase: PhaseState;
  timer: TimerState | null;
  locks: Locks;
  spotlight: { kind: "lever" | "cluster" | "card"; id: string; seq: number } | null;
  labelSets: LabelSet[];
  authors: AuthorsMode;
  settings: Record<string, boolean | number | string>;
}

/** What `people` holds: a name only for who joined with consent "named". */
export interface Person {
  name?: string;
  /** OKLCH hue of the person's paper and cursor, in degrees. */
  hue: number;
}
