import { pause } from "../../support/until.ts";
import type { BenchServer, Seat } from "../servers/bench-server.ts";
import { LeanSocket } from "./lean-socket.ts";

/** Sockets that are opened at the same time. */
const OPENING_AT_ONCE = 50;

/** The people of one room: a socket each. */
export class Fleet implements Disposable {
  readonly sockets: LeanSocket[] = [];
  readonly seats: Seat[] = [];
  /** Hears every message of every socket; `person` is its place in `sockets`. */
  onMessage: (bytes: Buffer, person: number) => void = () => undefined;
  readonly #server: BenchServer;

  constructor(server: BenchServer) {
    this.#server = server;
  }

  /** Lets people in until there are `people`; each who comes makes the card that they will move. */
  async grow(people: number): Promise<void> {
    const known = this.sockets.length;
    await this.enter(people);
    await this.#makeCards(known);
  }

  /** Lets people in until there are `people`. */
  async enter(people: number): Promise<void> {
    const seats = await this.#server.seats(people);
    while (this.sockets.length < people) {
      const first = this.sockets.length;
      const some = seats.slice(first, Math.min(people, first + OPENING_AT_ONCE));
      const opened = await Promise.all(some.map((seat, index) => this.#open(seat, first + index)));
      this.sockets.push(...opened);
      this.seats.push(...some);
    }
  }

  /** Frames heard so far, in bytes, over all sockets. */
  get heardBytes(): number {
    return this.sockets.reduce((sum, { heardBytes }) => sum + heardBytes, 0);
  }

  [Symbol.dispose](): void {
    for (const socket of this.sockets) socket[Symbol.dispose]();
  }

  async #open(seat: Seat, person: number): Promise<LeanSocket> {
    const { port } = this.#server.process;
    const onMessage = (bytes: Buffer) => this.onMessage(bytes, person);
    const socket = await LeanSocket.open({ port, path: seat.path, onMessage });
    for (const message of seat.hello) socket.send(message);
    return socket;
  }

  /** With a pause now and then, so that no server starts under a flood. */
  async #makeCards(first: number): Promise<void> {
    for (const [index, { writer }] of this.seats.slice(first).entries()) {
      this.sockets[first + index]?.send(writer.ownCard());
      if (index % OPENING_AT_ONCE === 0) await pause(20);
    }
  }
}
