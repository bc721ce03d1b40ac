import type { Ballot, Plan } from "../plan/phase-schema.ts";
import type { LocalisedText } from "../words/localised-text-schema.ts";
import type { Group, LabelSet } from "./lever-schema.ts";
import type { BallotState, PhaseState, TimerState } from "./session-schema.ts";

/** Version of the document's layout, so that whoever reads an old board knows what it holds. */
export const DOCUMENT_SCHEMA = 1;

export type AuthorsMode = "shown" | "hidden";

export interface Locks {
  board: boolean;
  levers: string[];
}
/** What the facilitator points at; `seq` grows each time, so that pointing at the same thing again is seen. */
export interface Spotlight {
  kind: "lever" | "cluster" | "card";
  id: string;
  seq: number;
}
/** Switches of a board; absent: off. */
export interface Settings {
  /** New cards wait until the facilitator shows them. */
  isModerated?: boolean;
  /** Nobody new comes in. */
  isJoiningClosed?: boolean;
  /** The session is over: everybody reads, nobody writes. */
  isClosed?: boolean;
}

/** The root `meta`, written by the server alone. */
export interface Meta {
  schema: number;
  epoch: number;
  title: LocalisedText;
  locale: string;
  groups: Group[];
  plan: Plan;
  phase: PhaseState;
  timer: TimerState | null;
  locks: Locks;
  spotlight: Spotlight | null;
  ballot: BallotState | null;
  labelSets: LabelSet[];
  authors: AuthorsMode;
  settings: Settings;
  /** Place in the log from which on a replica can go on when history was left out; absent: from any. */
  thinnedAt?: number;
}

/** What `people` holds: a name only for who joined with consent "named". */
export interface Person {
  name?: string;
  /** OKLCH hue of the person's paper and cursor, in degrees. */
  hue: number;
}

/** A vote whose outcome everybody may know; its dots stand beside it, see `readResults`. */
export interface ResultsHead extends Ballot {
  /** People who voted. */
  voters: number;
  /** Server time in ms. */
  at: number;
}
