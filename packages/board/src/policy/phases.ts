/** What a phase lets participants do. A plan is a list of phases; until plans exist there is one. */
export interface PhaseRights {
  add: boolean;
  editOwn: boolean;
  editAll: boolean;
  moveOwn: boolean;
  moveAll: boolean;
}
export interface Phase {
  readonly id: string;
  readonly rights: Readonly<PhaseRights>;
}

/** The phase of a standing board: people add and change what is theirs. */
export const OPEN_PHASE: Phase = {
  id: "open",
  rights: { add: true, editOwn: true, editAll: false, moveOwn: true, moveAll: false },
};

/** An unknown phase gives nobody but the staff any right: rather closed than open. */
const CLOSED_RIGHTS: PhaseRights = {
  add: false,
  editOwn: false,
  editAll: false,
  moveOwn: false,
  moveAll: false,
};

export function rightsOfPhase(phaseId: string): Readonly<PhaseRights> {
  return phaseId === OPEN_PHASE.id ? OPEN_PHASE.rights : CLOSED_RIGHTS;
}
