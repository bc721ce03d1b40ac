import type { LocalisedText } from "../words/localised-text-schema.ts";
import { NO_RIGHTS, OPEN_PHASE, OWN_RIGHTS } from "./fixed-phases.ts";
import type { Ballot, Phase, PhaseRights, Plan } from "./phase-schema.ts";

/** What people vote with where a phase lets them vote and says no more. */
export const USUAL_BALLOT: Ballot = { on: "card", dots: 3, isSecret: true };

interface Step {
  title: LocalisedText;
  instruction: LocalisedText;
  minutes?: number;
  rights?: PhaseRights;
  /** `drafts`: new cards are drafts; `reveals`: coming in shows them. */
  does?: "drafts" | "reveals";
  ballot?: Ballot;
}

function step(id: string, { title, instruction, minutes, rights, does, ballot }: Step): Phase {
  return {
    id,
    title,
    instruction,
    rights: rights ?? NO_RIGHTS,
    hasDrafts: does === "drafts",
    reveals: does === "reveals",
    ...(minutes !== undefined && { minutes }),
    ...(ballot !== undefined && { ballot }),
  };
}

const welcome = step("welcome", {
  title: { nl: "Welkom", en: "Welcome" },
  instruction: {
    nl: "Kom erin. Kijk rond op het bord; straks gaan we schrijven.",
    en: "Come in. Have a look around the board; we start writing soon.",
  },
});
const discuss = step("discuss", {
  title: { nl: "Bespreken", en: "Discuss" },
  instruction: {
    nl: "Praat over wat opvalt. Nieuwe gedachten mogen er meteen bij.",
    en: "Talk about what stands out. New thoughts may go on the board at once.",
  },
  minutes: 15,
  rights: OWN_RIGHTS,
});
const harvest = step("harvest", {
  title: { nl: "Oogst", en: "Harvest" },
  instruction: {
    nl: "Dank je wel! We lezen terug wat er op het bord staat.",
    en: "Thank you! We read back what is on the board.",
  },
});
const vote = step("vote", {
  title: { nl: "Stemmen", en: "Vote" },
  instruction: {
    nl: "Geef je stemmen aan de kaarten die jij het belangrijkst vindt.",
    en: "Give your votes to the cards that matter most to you.",
  },
  minutes: 5,
  rights: { ...NO_RIGHTS, vote: true },
  ballot: USUAL_BALLOT,
});

/** Welcome, read, silent writing, reveal and read, cluster, vote, discuss, harvest. */
const standard: Plan = [
  welcome,
  step("read", {
    title: { nl: "Lezen", en: "Read" },
    instruction: {
      nl: "Lees de tekst. Let op wat je raakt of wringt.",
      en: "Read the text. Notice what strikes you, or does not sit right.",
    },
    minutes: 10,
  }),
  step("write", {
    title: { nl: "Stil schrijven", en: "Write in silence" },
    instruction: {
      nl: "Schrijf je eigen kaarten. Niemand anders ziet ze nog.",
      en: "Write your own cards. Nobody else sees them yet.",
    },
    minutes: 10,
    rights: OWN_RIGHTS,
    does: "drafts",
  }),
  step("reveal", {
    title: { nl: "Onthullen en lezen", en: "Reveal and read" },
    instruction: {
      nl: "Alle kaarten zijn nu te zien. Lees wat anderen schreven.",
      en: "All cards can be seen now. Read what others wrote.",
    },
    minutes: 10,
    does: "reveals",
  }),
  step("cluster", {
    title: { nl: "Clusteren", en: "Cluster" },
    instruction: {
      nl: "Zet samen wat hetzelfde zegt, en geef het een kop.",
      en: "Put together what says the same, and give it a heading.",
    },
    minutes: 10,
    rights: { ...NO_RIGHTS, moveOwn: true, cluster: true },
  }),
  vote,
  discuss,
  harvest,
];

const voteOnLevers: Phase = {
  ...vote,
  instruction: {
    nl: "Geef je stemmen aan de hefbomen die volgens jou het meeste in beweging zetten.",
    en: "Give your votes to the levers that you think set most in motion.",
  },
  ballot: { ...USUAL_BALLOT, on: "lever" },
};

/** Everybody walks along the levers, adding at each. */
const galleryWalk: Plan = [
  welcome,
  step("walk", {
    title: { nl: "Langs de hefbomen", en: "Along the levers" },
    instruction: {
      nl: "Loop langs de hefbomen. Lees, en vul aan met een eigen kaart.",
      en: "Walk along the levers. Read, and add a card of your own.",
    },
    minutes: 30,
    rights: OWN_RIGHTS,
  }),
  voteOnLevers,
  discuss,
  harvest,
];

export const readyPlans = {
  standard,
  "gallery-walk": galleryWalk,
  standing: [OPEN_PHASE],
} as const satisfies Record<string, Plan>;
export type ReadyPlan = keyof typeof readyPlans;
