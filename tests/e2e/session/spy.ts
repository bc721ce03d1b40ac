import type { Joined } from "@hefboom/contract";
import { encodeReached } from "@hefboom/contract/messages";

import { call, join } from "../../support/api.ts";
import { Peer } from "../../support/people/peer.ts";
import type { Hall } from "./hall.ts";
import { Traffic } from "./traffic.ts";

/** A participant without a page, who keeps every byte they are sent: as our client and as a stock one, and by HTTP. */
export class Spy implements Disposable {
  readonly person: Joined;
  readonly traffic = new Traffic();
  readonly #hall: Hall;
  #peers: { own: Peer; stock: Peer } | undefined;

  static async open(hall: Hall, name: string): Promise<Spy> {
    const spy = new Spy(hall, await join(hall.server, hall.links.code, { name, consent: "none" }));
    await spy.connect();
    return spy;
  }

  private constructor(hall: Hall, person: Joined) {
    this.#hall = hall;
    this.person = person;
  }

  get own(): Peer {
    if (this.#peers === undefined) throw new Error("the spy has no connection");
    return this.#peers.own;
  }

  /** Once more after the server was away; what was heard before is kept. */
  async connect(): Promise<void> {
    this[Symbol.dispose]();
    const { server, boardId } = this.#hall;
    const { token } = this.person;
    const own = new Peer(server, boardId, token, { mode: "own", keepsBytes: true });
    const stock = new Peer(server, boardId, token, { keepsBytes: true });
    this.#peers = { own, stock };
    for (const peer of [own, stock]) this.traffic.follow(peer);
    await Promise.all([own.synced(), stock.synced()]);
    own.send(encodeReached(0, 0)); // who never says a word is cut off
  }

  /** Asks for everything that HTTP may tell a participant. */
  async ask(): Promise<void> {
    const board = `/api/boards/${this.#hall.boardId}`;
    const paths = ["", "/state", "/state?parts=1&recent=1", "/me", "/bin", "/log", "/participants"];
    for (const path of [...paths, "/export?format=json", "/export?format=csv"]) {
      const answer = await call(this.#hall.server, board + path, { token: this.person.token });
      const body = Buffer.from(await answer.arrayBuffer());
      this.traffic.add(Promise.resolve(body));
    }
  }

  [Symbol.dispose](): void {
    if (this.#peers === undefined) return;
    this.#peers.own[Symbol.dispose]();
    this.#peers.stock[Symbol.dispose]();
  }
}
