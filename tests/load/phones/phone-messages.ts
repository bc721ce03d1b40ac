/** Who a phone is on the board. */
interface PhoneTicket {
  personId: string;
  token: string;
}

/** What a process of phones is told at its start. */
export interface PhoneOrders {
  origin: string;
  boardId: string;
  /** Base of the texts, so that each card of the room says something of its own. */
  name: string;
  tickets: readonly PhoneTicket[];
  cardsEach: number;
  /** The cards are made at random moments within this time, in ms, once "write" is said. */
  withinMs: number;
}

export type ToPhones = { kind: "orders"; orders: PhoneOrders } | { kind: "write" };

/** Moments are Unix time in ms: all processes run on one machine. */
export type FromPhones =
  | { kind: "ready" }
  /** Somebody tapped "place"; `phone` is the phone's number in the process. */
  | { kind: "tap"; phone: number; cardId: string; at: number }
  /** A phone has a socket again; it is not in sync yet. */
  | { kind: "connected"; phone: number; at: number }
  /** How the phones stand, told twice a second. */
  | ({ kind: "standing" } & Standing);

export interface Standing {
  online: number;
  /** What they have not been told to be saved. */
  pending: number;
  refused: number;
  /** Longest time that the process stood still in the last half second, in ms: no phone of the hall does that. */
  stoodStillMs: number;
}
