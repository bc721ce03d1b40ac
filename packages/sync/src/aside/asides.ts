import { ballotOf } from "@hefboom/board";
import { type Aside, encodeAside } from "@hefboom/contract/messages";

import { packetOf } from "../audience/packet.ts";
import type { BookChanges } from "../board-log.ts";
import type { RoomConnection } from "../room/room-connection.ts";
import type { RoomState } from "../state/room-state.ts";
import { byOwner, ChangesByPerson } from "./by-person.ts";
import { ballotAside, changedAside, wholeAside } from "./compose-aside.ts";

/** Tells each of our own clients what is beside the document and for its person alone. */
export class Asides {
  readonly #connections: ReadonlySet<RoomConnection>;
  readonly #now: () => number;
  #ballotId: string | undefined;

  constructor(connections: ReadonlySet<RoomConnection>, state: RoomState, now: () => number) {
    this.#connections = connections;
    this.#now = now;
    this.#ballotId = ballotOf(state.doc)?.id;
  }

  /** Everything, to who comes in or has missed some. */
  tell(state: RoomState, connection: RoomConnection): void {
    this.#send(connection, wholeAside(state, connection.actor, this.#now()));
  }

  /** Everything to everybody: the board was read anew. */
  tellAll(state: RoomState): void {
    const { held } = state.books;
    const heldOf = byOwner(held.values(), state.owners, ({ cardId }) => cardId);
    const now = this.#now();
    for (const connection of this.#connections) {
      const { actor } = connection;
      const cards = actor.role === "participant" ? heldOf.get(actor.personId) : held.values();
      this.#send(connection, wholeAside(state, actor, now, cards ?? []));
    }
  }

  tellChanges(state: RoomState, changes: BookChanges): void {
    const now = this.#now();
    const byPerson = new ChangesByPerson(changes, state.owners);
    for (const connection of this.#connections) {
      const { actor } = connection;
      this.#send(connection, changedAside(state, byPerson.of(actor), { actor, now }));
    }
  }

  /** Called before a batch is shown: when it is another ballot that counts from now on, dots are others. */
  follow(state: RoomState): void {
    const ballotId = ballotOf(state.doc)?.id;
    if (ballotId === this.#ballotId) return;
    this.#ballotId = ballotId;
    for (const connection of this.#connections) {
      this.#send(connection, ballotAside(state, connection.actor, this.#now()));
    }
  }

  #send({ isOwn, outlet }: RoomConnection, aside: Aside | undefined): void {
    if (isOwn && aside !== undefined) outlet.send(packetOf(encodeAside(aside)));
  }
}
