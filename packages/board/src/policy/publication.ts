import type { Via } from "../model/card-schema.ts";
import type { Consent } from "./consent-schema.ts";

export interface PublicationFacts {
  via?: Via | undefined;
  /** Absent: no answer was given, which means not. */
  consent?: Consent | undefined;
  /** Name its author gave at joining. */
  authorName?: string | undefined;
  speaker?: string | undefined;
  speakerAgrees?: boolean | undefined;
}
export interface Publication {
  author?: string;
  speaker?: string;
}

/**
 * May this card leave the workshop, and under which names? Every export asks this and nothing else.
 * Quotes from the essay were published with it. @returns `undefined` when it may not.
 */
export function publicationOf(card: PublicationFacts): Publication | undefined {
  if (card.via === "essay") return card.speaker ? { speaker: card.speaker } : {};
  if (card.consent !== "named" && card.consent !== "anonymous") return undefined;
  const publication: Publication = {};
  if (card.consent === "named" && card.authorName) publication.author = card.authorName;
  if (card.speakerAgrees === true && card.speaker) publication.speaker = card.speaker;
  return publication;
}
