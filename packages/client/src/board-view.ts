import type {
  Card,
  ClusterView,
  FinalRefusal,
  LeverView,
  Meta,
  Person,
  Results,
  Role,
} from "@hefboom/board";
import type { AsideCard, GivenDots, StaffAside } from "@hefboom/contract/messages";

import type { OutboxCommand } from "./outbox/outbox-command.ts";

/** Where a card's last change has come: this page alone (storage fails), this device, or the server's disk. */
export type CardSaving = "on-page" | "on-device" | "saved";

/** A card with what this device did to it laid over the replica. Never mutated, so `===` means unchanged. */
export interface CardView extends Card {
  readonly saving: CardSaving;
  /** This device's person made it; known here also with authors hidden, for as long as this device remembers. */
  readonly isOwn: boolean;
  /** It is not on the board: a draft, one that waits to be shown, or one that was hidden. Only who may know of it has it here. */
  readonly held?: AsideCard["state"];
}

/** Another connected person, as the server tells it; with authors hidden there are none. */
export interface PeerView {
  readonly participantId: string;
  readonly name?: string;
  readonly hue: number;
  /** Card this person has open for editing. */
  readonly card?: string;
  /** In board units. */
  readonly cursor?: { readonly x: number; readonly y: number };
}

/** Something the server refused for good; the words stay here until the person throws them away. */
export interface DrawerEntry {
  readonly id: string;
  readonly refused: FinalRefusal;
  /** Words that would otherwise be lost; absent for a refused move or deletion. */
  readonly text?: string;
  readonly op: OutboxCommand["op"] | "edit";
  readonly cardId: string;
}

/** How this device stands with the server. */
export type Connection =
  | { readonly state: "connecting" }
  | { readonly state: "online" }
  | { readonly state: "offline" }
  /** The server closed for good; `code` is a close code 44xx. */
  | { readonly state: "closed"; readonly code: number };

/** Everything a screen of the board shows. Never mutated; parts that did not change stay `===`. */
export interface BoardView {
  /** False until the first content has arrived: show "loading", not an empty board. */
  readonly isLoaded: boolean;
  readonly meta: Meta;
  readonly levers: readonly LeverView[];
  readonly cards: ReadonlyMap<string, CardView>;
  /** Card ids of each lever in order; the key `null` is the tray. */
  readonly cardIdsOn: ReadonlyMap<string | null, readonly string[]>;
  /** Those of one lever in their order. */
  readonly clusters: readonly ClusterView[];
  /** Outcomes of votes that everybody may know, the newest first. */
  readonly results: readonly Results[];
  /** Own dots in the ballot that was opened last. */
  readonly votes: GivenDots;
  /** For a scribe: what was voted for others. */
  readonly votesFor: Readonly<Record<string, GivenDots>>;
  readonly isHandUp: boolean;
  /** How the session stands, for those who lead it; `undefined` for everybody else. */
  readonly staff: StaffAside | undefined;
  readonly people: ReadonlyMap<string, Person>;
  readonly peers: readonly PeerView[];
  /** People connected now, this one included. */
  readonly presentCount: number;
  readonly connection: Connection;
  /** Commands and edits not yet saved. */
  readonly pendingCount: number;
  /** What is pending is lost with this page: storage is denied or full. */
  readonly isStorageFailing: boolean;
  /** False while the server says that it cannot store anything, as when its disk is full; what is pending waits. */
  readonly canSave: boolean;
  readonly drawer: readonly DrawerEntry[];
  /** `undefined` until the server has said who we are. */
  readonly me: { readonly personId: string; readonly role: Role } | undefined;
}
