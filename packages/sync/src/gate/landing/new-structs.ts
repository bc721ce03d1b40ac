import { isStorable } from "@hefboom/board";
import * as Y from "yjs";

import { Refusal } from "../gate-verdict.ts";
import { TextOrder } from "./text-order.ts";
import {
  commonTarget,
  type Target,
  targetBesideStored,
  targetInsideStored,
} from "./text-target.ts";
import { UPDATE_MAX_CLOCKS } from "./update-limits.ts";

type Struct = Y.Item | Y.GC | Y.Skip;

/** A new struct with the place it will land in. */
export interface LandedStruct {
  readonly clientId: number;
  readonly clock: number;
  readonly length: number;
  readonly target: Target;
  /** Characters that count as text; 0 for deleted and collected ones. */
  readonly characters: number;
}

/**
 * Follows each new struct of an update to where it lands, in an order in which all it hangs on is known, as Yjs will.
 * @throws {Refusal} on a gap, an unknown neighbour, a content other than characters, or a place outside the texts
 */
export class NewStructs {
  readonly landed: LandedStruct[] = [];
  readonly #doc: Y.Doc;
  readonly #byClient = new Map<number, LandedStruct[]>();
  readonly #nextClock = new Map<number, number>();
  readonly #orders = new Map<Y.AbstractType<unknown>, TextOrder>();

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc;
    const waiting = new Map<number, Struct[]>();
    for (const struct of structs) {
      const queue = waiting.get(struct.id.client);
      if (queue === undefined) waiting.set(struct.id.client, [struct]);
      else queue.push(struct);
    }
    this.#landAll(waiting);
  }

  /** First clock of `clientId` that is neither stored nor in this update. */
  stateOf(clientId: number): number {
    return this.#nextClock.get(clientId) ?? Y.getState(this.#doc.store, clientId);
  }

  #landAll(waiting: Map<number, Struct[]>): void {
    let clocks = 0;
    const position = new Map<number, number>();
    for (let hasMoved = true; hasMoved; ) {
      hasMoved = false;
      for (const [clientId, queue] of waiting) {
        let index = position.get(clientId) ?? 0;
        for (; index < queue.length; index += 1) {
          const struct = queue[index];
          if (struct === undefined || !this.#isReady(struct)) break;
          clocks += struct.length;
          if (clocks > UPDATE_MAX_CLOCKS) throw new Refusal("too-long", "too many clocks");
          this.#land(struct);
          hasMoved = true;
        }
        position.set(clientId, index);
      }
    }
    for (const [clientId, queue] of waiting) {
      if ((position.get(clientId) ?? 0) < queue.length) {
        throw new Refusal("invalid", "hangs on something unknown");
      }
    }
  }

  #isReady(struct: Struct): boolean {
    if (!(struct instanceof Y.Item)) return true;
    const parent = struct.parent instanceof Y.ID ? struct.parent : null;
    return [struct.origin, struct.rightOrigin, parent].every(
      (id) => id === null || id.clock < this.stateOf(id.client),
    );
  }

  #land(struct: Struct): void {
    const { client: clientId, clock } = struct.id;
    if (struct instanceof Y.Skip || clock !== this.stateOf(clientId)) {
      throw new Refusal("invalid", "leaves a gap");
    }
    const { length } = struct;
    const isItem = struct instanceof Y.Item;
    const target: Target = isItem ? this.#targetOf(struct) : { kind: "gone" };
    const characters = isItem ? charactersOf(struct) : 0;
    if (isItem && target.kind === "text") {
      const { origin, rightOrigin } = struct;
      this.#orderOf(target.type).place({ clientId, clock, length, origin, rightOrigin });
    }
    const landed = { clientId, clock, length, target, characters };
    this.landed.push(landed);
    const own = this.#byClient.get(clientId);
    if (own === undefined) this.#byClient.set(clientId, [landed]);
    else own.push(landed);
    this.#nextClock.set(clientId, clock + struct.length);
  }

  #orderOf(type: Y.AbstractType<unknown>): TextOrder {
    const order = this.#orders.get(type) ?? new TextOrder(type);
    this.#orders.set(type, order);
    return order;
  }

  #targetOf(item: Y.Item): Target {
    if (item.parentSub !== null) throw new Refusal("not-allowed", "writes a key of a map");
    if (item.origin !== null || item.rightOrigin !== null) {
      const left = item.origin === null ? undefined : this.#targetBeside(item.origin);
      const right = item.rightOrigin === null ? undefined : this.#targetBeside(item.rightOrigin);
      return commonTarget(left, right);
    }
    if (!(item.parent instanceof Y.ID)) throw new Refusal("not-allowed", "writes to a root");
    if (this.#findNew(item.parent) !== undefined) {
      throw new Refusal("not-allowed", "lies inside something new");
    }
    return targetInsideStored(this.#doc, item.parent);
  }

  #targetBeside(id: Y.ID): Target {
    return this.#findNew(id)?.target ?? targetBesideStored(this.#doc, id);
  }

  /** The new struct that holds `id`, by halving. */
  #findNew(id: Y.ID): LandedStruct | undefined {
    const own = this.#byClient.get(id.client) ?? [];
    let low = 0;
    let high = own.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = own[middle];
      if (struct === undefined) return undefined;
      if (id.clock < struct.clock) high = middle - 1;
      else if (id.clock >= struct.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return undefined;
  }
}

/** @throws {Refusal} for any content but characters, and for characters that cannot be stored */
function charactersOf({ content }: Y.Item): number {
  if (content instanceof Y.ContentDeleted) return 0;
  if (!(content instanceof Y.ContentString)) throw new Refusal("not-allowed", "is no plain text");
  if (!isStorable(content.str)) throw new Refusal("invalid", "holds characters that are no text");
  return content.str.length;
}
