import type { Ballot, Plan } from "../plan/phase-schema.ts";
import type { LocalisedText } from "../words/localised-text-schema.ts";
import type { Group, LabelSet } from "./lever-schema.ts";

/** Version of the document's layout, so that whoever reads an old board knows what it holds. */
export const DOCUMENT_SCHEMA = 1;

export type AuthorsMode = "shown" | "hidden";

/** Where the session stands; `seq` grows with each change, `startedAt` is server time in ms. */
export interface PhaseState {
  id: string;
  seq: number;
  index: number;
  startedAt: number;
  /** The phase that ended when this one began. */
  before?: string;
}
/** `endsAt` is server time in ms; `seq` grows with each change. */
export type TimerState = ({ endsAt: number } | { pausedLeftMs: number }) & { seq: number };
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
/** A vote that was opened; `null` before the first. Who voted for what is in a table, never here. */
export interface BallotState extends Ballot {
  id: string;
  /** The phase that opened it. */
  phase: string;
  state: "open" | "closed" | "revealed";
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
