/** What those who lead decide about people. It never enters the document. */
export interface PeopleBook {
  isStopped(personId: string): boolean;
  /** Somebody who joined this board. */
  isKnown(personId: string): boolean;
}
export interface WritablePeopleBook extends PeopleBook {
  /** @param at server time in ms since when they are stopped; `null`: they are not */
  setStopped(personId: string, at: number | null): void;
  /** @param at server time in ms since when the hand is up; `null`: it is down */
  setHand(personId: string, at: number | null): void;
  /** `null`: no name. */
  setName(personId: string, name: string | null): void;
}
