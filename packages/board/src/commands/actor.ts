import type { Consent } from "../policy/consent-schema.ts";
import type { Role } from "../policy/policy.ts";

/** Who asks for something: one person in one role, as the server knows them. */
export interface Actor {
  readonly personId: string;
  readonly role: Role;
  /** The answer given at joining; none for staff, who answer per card. */
  readonly consent: Consent;
}

/** What the tables know of a card; kept outside the document. */
export interface CardOwner {
  readonly cardId: string;
  /** `null`: nobody's, such as a quote from the essay. */
  readonly personId: string | null;
  readonly consent: Consent;
  readonly speakerAgrees: boolean;
  readonly isDeleted: boolean;
}

/** Owners of the cards of one board, with the deleted ones: an id once used stays used. */
export interface Ownership {
  ownerOf(cardId: string): CardOwner | undefined;
}
