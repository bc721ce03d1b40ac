import { encodeReached, encodeSync } from "@hefboom/contract/messages";

import type { Seq } from "../board-log.ts";
import { Tick } from "../time/tick.ts";
import type { Outlet, Shown } from "./outlet.ts";
import { joined, type Packet, packetOf } from "./packet.ts";

/** How often a coarse client gets what was stored meanwhile, in ms. */
const COARSE_MS = 200;
/** How often readers that are behind are looked at, in ms. */
const CHECK_MS = 2_000;

/** Everybody who watches one board. A batch is one packet for each kind of receiver, whoever and however many they are. */
export class Audience {
  readonly #outlets = new Set<Outlet>();
  readonly #answering = new Set<Outlet>();
  readonly #coarse: Tick;
  #coarseCount = 0;
  readonly #onStale: (outlet: Outlet) => void;
  /** Frames that coarse clients have not all had yet, oldest first. */
  #recent: { seq: Seq; frame: Packet }[] = [];
  #shown: Shown | undefined;
  #reached: Packet;
  #check: unknown;

  constructor(
    at: { epoch: number; seq: Seq },
    /** Told of a reader that has not read for 20 s. */
    onStale: (outlet: Outlet) => void,
  ) {
    this.#reached = packetOf(encodeReached(at.epoch, at.seq));
    this.#onStale = onStale;
    this.#coarse = new Tick({ run: () => this.#catchUp(), restMs: () => COARSE_MS });
  }

  /** How many writes a batch costs: phones wait for several. */
  get writesPerBatch(): number {
    return this.#outlets.size - this.#coarseCount;
  }

  add(outlet: Outlet): void {
    this.#outlets.add(outlet);
    if (outlet.kind === "coarse") this.#coarseCount += 1;
    outlet.watch(() => this.#watch());
  }

  delete(outlet: Outlet): void {
    if (this.#outlets.delete(outlet) && outlet.kind === "coarse") this.#coarseCount -= 1;
    this.#answering.delete(outlet);
  }

  /** The board is at another place now, and nobody is shown the way there. */
  jump({ epoch, seq }: { epoch: number; seq: Seq }): void {
    this.#reached = packetOf(encodeReached(epoch, seq));
  }

  /** Shows what was just stored, each sender's answers with it. */
  show(update: Uint8Array, { epoch, seq }: { epoch: number; seq: Seq }): void {
    const stock = packetOf(encodeSync("update", update));
    this.#reached = packetOf(encodeReached(epoch, seq));
    this.#recent.push({ seq, frame: stock });
    const own = joined([stock, this.#reached]);
    const shown = { seq, stock, own, since: this.#packetsSince() };
    this.#shown = shown;
    for (const outlet of this.#outlets) outlet.show(shown);
    if (this.#coarseCount > 0) this.#coarse.nudge();
    else this.#recent = [];
  }

  /** Keeps the answers for the batch that is about to be shown. */
  answer(outlet: Outlet, answers: Parameters<Outlet["answer"]>[0]): void {
    outlet.answer(answers);
    this.#answering.add(outlet);
  }

  /** Sends the answers that no batch took along: everything was refused, or done before. */
  flushAnswers(): void {
    for (const outlet of this.#answering) {
      if (outlet.hasAnswers) this.#bringUpToDate(outlet);
      outlet.flushAnswers();
    }
    this.#answering.clear();
  }

  /** A sign of life that says how far the board is. */
  sayReached(outlet: Outlet): void {
    if (!this.#bringUpToDate(outlet)) outlet.send(this.#reached);
  }

  /** Has an eye on readers that are behind, and tells when one does not read at all. */
  #watch(): void {
    this.#check ??= setTimeout(() => this.#checkBehind(), CHECK_MS);
  }

  #checkBehind(): void {
    this.#check = undefined;
    for (const outlet of [...this.#outlets]) {
      if (!outlet.isBehind) continue;
      if (outlet.isStale()) this.#onStale(outlet);
      else this.#watch();
    }
  }

  #catchUp(): void {
    for (const outlet of this.#outlets) this.#bringUpToDate(outlet);
    this.#recent = [];
  }

  #bringUpToDate(outlet: Outlet): boolean {
    return this.#shown !== undefined && outlet.catchUp(this.#shown);
  }

  /** Made once for all who have the same. */
  #packetsSince(): Shown["since"] {
    const made = new Map<Seq, Packet>();
    return (since) => {
      const known = made.get(since);
      if (known !== undefined) return known;
      const frames = this.#recent.filter(({ seq }) => seq > since).map(({ frame }) => frame);
      const packet = joined([...frames, this.#reached]);
      made.set(since, packet);
      return packet;
    };
  }
}
