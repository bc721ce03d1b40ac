import type * as Y from "yjs";

import type { LastOrders } from "../document/order.ts";
import type { Via } from "../model/card-schema.ts";
import type { Actor, CardOwner, Ownership } from "./actor.ts";
import type { BinnedCard } from "./bin/binned-card.ts";
import type { WritableHeldCards } from "./held/held-card.ts";
import type { WritablePeopleBook } from "./lead/people-book.ts";
import type { Inverse } from "./past/inverse-schema.ts";
import type { WritableVoteBook } from "./votes/vote-book.ts";

/** What a command is done to: the document, and the tables beside it. */
export interface Applying {
  readonly doc: Y.Doc;
  readonly lasts: LastOrders;
  readonly held: WritableHeldCards;
  readonly votes: WritableVoteBook;
  readonly people: WritablePeopleBook;
  readonly owners: Ownership;
  readonly actor: Actor;
  /** Of the card that the command is about. */
  readonly owner?: CardOwner | undefined;
  /** The card as it lies in the bin, for a `restore`. */
  readonly binned?: BinnedCard | undefined;
  /** Milliseconds since 1970, server time. */
  readonly now: number;
  /** Set by the server alone. */
  readonly via?: Via | undefined;
}

/** What the tables keep of a done command beside the document. */
export interface Applied {
  /** The card's owner as it is from now on, when the command changed it. */
  readonly owner?: CardOwner | undefined;
  /** The card that went into the bin. */
  readonly binned?: BinnedCard | undefined;
  /** Id of the card that left the bin. */
  readonly restored?: string;
  /** How it is taken back; absent when it cannot be, or when there was nothing to do. */
  readonly inverse?: Inverse | undefined;
}
