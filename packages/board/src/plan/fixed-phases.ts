import type { Phase, PhaseRights } from "./phase-schema.ts";

export const NO_RIGHTS: PhaseRights = {
  add: false,
  editOwn: false,
  editAll: false,
  moveOwn: false,
  moveAll: false,
  cluster: false,
  vote: false,
};
/** To add, and to change what is one's own. */
export const OWN_RIGHTS: PhaseRights = { ...NO_RIGHTS, add: true, editOwn: true, moveOwn: true };

/** The only phase of a standing board: people add and change what is theirs. */
export const OPEN_PHASE: Phase = {
  id: "open",
  title: { nl: "Open bord", en: "Open board" },
  instruction: {
    nl: "Schrijf wat je vindt, en lees wat anderen schrijven.",
    en: "Write what you think, and read what others write.",
  },
  rights: OWN_RIGHTS,
  hasDrafts: false,
  reveals: false,
};

/** An unknown phase gives nobody but the staff any right: rather closed than open. */
export const CLOSED_PHASE: Phase = {
  id: "",
  title: {},
  instruction: {},
  rights: NO_RIGHTS,
  hasDrafts: false,
  reveals: false,
};
