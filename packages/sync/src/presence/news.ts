import type { Packet } from "../audience/packet.ts";
import type { PresenceReceiver } from "./present-client.ts";

/** Something to tell of presence: with cursors, and without them for phones; each is made when the first one needs it. */
export class News {
  readonly #make: (hasCursors: boolean) => Packet;
  #all: Packet | undefined;
  #forPhones: Packet | undefined;

  constructor(make: (hasCursors: boolean) => Packet) {
    this.#make = make;
  }

  packetFor({ kind }: PresenceReceiver): Packet {
    if (kind === "coarse") {
      this.#forPhones ??= this.#make(false);
      return this.#forPhones;
    }
    this.#all ??= this.#make(true);
    return this.#all;
  }
}
