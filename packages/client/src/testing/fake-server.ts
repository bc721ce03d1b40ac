import type { Actor, Command } from "@hefboom/board";
import {
  type Answer,
  type Aside,
  closeCode,
  decodeMessage,
  encodeAside,
  encodeCommands,
  encodePresence,
  encodeReached,
  encodeSync,
  type PresenceEntry,
} from "@hefboom/contract/messages";
import * as Y from "yjs";

import type { SocketConstructor } from "../connection/socket-port.ts";
import { FakeAsides } from "./fake-asides.ts";
import { FakeBoard } from "./fake-board.ts";
import { FakeSocket, type SocketPeer } from "./fake-socket.ts";

/** The other side of our protocol in memory, for one board: messages 0, 1 and 4 to 7. */
export class FakeServer implements SocketPeer {
  readonly board: FakeBoard;
  readonly sockets = new Set<FakeSocket>();
  /** The `since` of each connection that was let in. */
  readonly connections: (string | undefined)[] = [];
  /** Ids of commands and edits as they came, resends too. */
  readonly receivedIds: string[] = [];
  /** Commands as they came, resends too. */
  readonly receivedCommands: Command[] = [];
  /** Presence as clients sent it. */
  readonly presence: PresenceEntry[] = [];
  epoch = 1;
  seq = 1;
  /** Nobody can connect, as without a network. */
  isDown = false;
  /** Answers are lost, as when the connection breaks right after the commit. */
  isMute = false;
  /** Connections stay open but nothing gets through, as when a phone loses its Wi-Fi. */
  isFrozen = false;
  /** How long content comes after the answer to whoever made it. */
  contentDelayMs = 0;
  /** Server time that asides carry, in ms. */
  now: () => number = () => Date.now();
  readonly #actors = new Map<string, Actor>();
  readonly #asides = new WeakMap<FakeSocket, FakeAsides>();

  constructor(doc?: Y.Doc) {
    this.board = new FakeBoard(doc);
    this.board.onDone = () => this.#tellAsides();
    this.board.doc.on("update", (update: Uint8Array) => {
      this.seq += 1;
      const reached = encodeReached(this.epoch, this.seq);
      const show = () => [encodeSync("update", update), reached].map((m) => this.#broadcast(m));
      if (this.contentDelayMs > 0) setTimeout(show, this.contentDelayMs);
      else show();
    });
  }

  /** The class that a session of `actor` connects with. */
  socketOf(actor: Actor): SocketConstructor {
    this.#actors.set(actor.personId, actor);
    const peer = this;
    return class extends FakeSocket {
      constructor(url: string) {
        super(peer, `${url}&person=${actor.personId}`);
      }
    };
  }

  /** Closes every connection. */
  drop(code = 1006): void {
    for (const socket of [...this.sockets]) socket.closeFrom(code);
  }

  /** Tells everybody who is here. */
  tellPresence(entries: readonly PresenceEntry[]): void {
    this.#broadcast(encodePresence(entries));
  }

  /** Tells everybody this beside the document, whatever the board says. */
  tellAside(aside: Partial<Aside>): void {
    this.#broadcast(encodeAside({ isWhole: false, now: this.now(), ...aside }));
  }

  connecting(socket: FakeSocket): void {
    if (this.isFrozen) return;
    if (this.isDown) {
      socket.closeFrom(1006);
      return;
    }
    const since = socket.params.get("since");
    this.connections.push(since);
    this.sockets.add(socket);
    socket.open();
    socket.deliver(encodeReached(this.epoch, this.seq));
    const [epoch = this.epoch, seq = 0] = since?.split(".").map(Number) ?? [];
    if (epoch !== this.epoch || seq > this.seq) {
      socket.closeFrom(closeCode.replicaOutOfDate);
    } else {
      this.#asides.set(socket, new FakeAsides());
      this.#tellAside(socket);
      socket.deliver(encodeSync("step2", Y.encodeStateAsUpdate(this.board.doc)));
    }
  }

  received(socket: FakeSocket, bytes: Uint8Array): void {
    const actor = this.#actorOf(socket);
    if (actor === undefined || this.isFrozen) return;
    const message = decodeMessage(bytes);
    if (message.type === "reached") socket.deliver(encodeReached(this.epoch, this.seq));
    if (message.type === "presence") this.presence.push(...message.entries);
    if (message.type === "text-edit") {
      this.receivedIds.push(message.id);
      this.#answer(socket, [this.board.edit(actor, message.id, message.update)]);
    }
    if (message.type === "commands") {
      // Tests send what the session made, which are commands.
      const commands = message.json as Command[];
      this.receivedCommands.push(...commands);
      this.receivedIds.push(...commands.map(({ id }) => id));
      this.#answer(
        socket,
        commands.map((command) => this.board.do(actor, command)),
      );
    }
  }

  left(socket: FakeSocket): void {
    this.sockets.delete(socket);
  }

  #actorOf(socket: FakeSocket): Actor | undefined {
    return this.#actors.get(socket.params.get("person") ?? "");
  }

  #tellAsides(): void {
    if (this.isFrozen) return;
    for (const socket of this.sockets) this.#tellAside(socket);
  }

  #tellAside(socket: FakeSocket): void {
    const actor = this.#actorOf(socket);
    const aside = actor && this.#asides.get(socket)?.next(this.board.asideOf(actor), this.now());
    if (aside !== undefined) socket.deliver(encodeAside(aside));
  }

  #answer(socket: FakeSocket, answers: Answer[]): void {
    if (!this.isMute) socket.deliver(encodeCommands(answers));
  }

  #broadcast(bytes: Uint8Array): void {
    if (this.isFrozen) return;
    for (const socket of this.sockets) socket.deliver(bytes);
  }
}
