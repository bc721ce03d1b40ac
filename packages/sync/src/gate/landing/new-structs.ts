import * as Y from "yjs";

import { Refusal } from "../gate-verdict.ts";
import type { NewItem, NewStruct } from "../reading/new-struct.ts";
import { Cuts } from "./cuts.ts";
import { indexOfClock } from "./index-of-clock.ts";
import { plainCharacters } from "./plain-content.ts";
import { StepBudget } from "./step-budget.ts";
import { TextOrder } from "./text-order.ts";
import {
  commonTarget,
  GONE,
  type Target,
  targetBeside,
  targetInsideStored,
} from "./text-target.ts";

/** Most clocks that one update may use up; deleted and collected structs have a length without content. */
const UPDATE_MAX_CLOCKS = 100_000;

/** A new struct with the place it will land in. */
export interface LandedStruct {
  readonly clientId: number;
  readonly clock: number;
  readonly length: number;
  readonly target: Target;
  /** Characters that count as text; 0 for deleted and collected ones. */
  readonly characters: number;
}

/** New structs of one client, by clock: first those that landed, then those that wait for what they hang on. */
interface Queue {
  readonly structs: NewStruct[];
  readonly landed: LandedStruct[];
  /** First clock that is neither stored nor landed. */
  nextClock: number;
  /** One of them is waiting now; who comes back to it hangs on itself. */
  isWaiting: boolean;
}

/**
 * Follows each new struct of an update to where it lands, after all it hangs on, as Yjs will.
 * @throws {Refusal} on a gap, an unknown neighbour, a content other than characters, or a place outside the texts
 * @throws {TooBigError} when it cuts stored text in more places than one update may
 */
export class NewStructs {
  readonly cuts = new Cuts();
  readonly #doc: Y.Doc;
  readonly #queues = new Map<number, Queue>();
  readonly #orders = new Map<Y.AbstractType<unknown>, TextOrder>();
  readonly #budget = new StepBudget();
  #clocks = 0;

  constructor(doc: Y.Doc, structs: readonly NewStruct[]) {
    this.#doc = doc;
    for (const struct of structs) this.#queueOf(struct.id.client).structs.push(struct);
    for (const queue of this.#queues.values()) this.#landUpTo(queue, Number.POSITIVE_INFINITY);
  }

  /** First clock of `clientId` that is neither stored nor in this update. */
  stateOf(clientId: number): number {
    return this.#queues.get(clientId)?.nextClock ?? Y.getState(this.#doc.store, clientId);
  }

  /** All that is new, by client and clock. */
  *landed(): Generator<LandedStruct> {
    for (const { landed } of this.#queues.values()) yield* landed;
  }

  /** The new structs of one client, by clock. */
  landedOf(clientId: number): readonly LandedStruct[] {
    return this.#queues.get(clientId)?.landed ?? [];
  }

  #queueOf(clientId: number): Queue {
    let queue = this.#queues.get(clientId);
    if (queue === undefined) {
      const nextClock = Y.getState(this.#doc.store, clientId);
      queue = { structs: [], landed: [], nextClock, isWaiting: false };
      this.#queues.set(clientId, queue);
    }
    return queue;
  }

  /** Lands the structs of one client until `clock` is known, each after those of others that it hangs on. */
  #landUpTo(queue: Queue, clock: number): void {
    if (queue.isWaiting) throw new Refusal("invalid", "hangs on itself");
    while (queue.nextClock <= clock) {
      const struct = queue.structs[queue.landed.length];
      if (struct === undefined) break;
      queue.isWaiting = true;
      if (struct.kind === "item") {
        this.#await(struct.origin);
        this.#await(struct.rightOrigin);
        if (struct.parent instanceof Y.ID) this.#await(struct.parent);
      }
      queue.isWaiting = false;
      this.#land(struct, queue);
    }
  }

  #await(id: Y.ID | null): void {
    if (id === null || id.clock < this.stateOf(id.client)) return;
    const queue = this.#queues.get(id.client);
    if (queue !== undefined) this.#landUpTo(queue, id.clock);
    if (id.clock >= this.stateOf(id.client)) {
      throw new Refusal("invalid", "hangs on something unknown");
    }
  }

  #land(struct: NewStruct, queue: Queue): void {
    const { length } = struct;
    const { client: clientId, clock } = struct.id;
    if (struct.kind === "skip" || clock !== queue.nextClock) {
      throw new Refusal("invalid", "leaves a gap");
    }
    this.#clocks += length;
    if (this.#clocks > UPDATE_MAX_CLOCKS) throw new Refusal("too-long", "too many clocks");
    let [target, characters] = [GONE, 0];
    if (struct.kind === "item") {
      target = this.#targetOf(struct);
      characters = plainCharacters(struct);
      if (target.kind === "text") this.#orderOf(target.type).place(struct);
    }
    queue.landed.push({ clientId, clock, length, target, characters });
    queue.nextClock = clock + length;
  }

  #orderOf(type: Y.AbstractType<unknown>): TextOrder {
    let order = this.#orders.get(type);
    if (order === undefined) {
      order = new TextOrder(type, this.#budget);
      this.#orders.set(type, order);
    }
    return order;
  }

  #targetOf(item: NewItem): Target {
    if (item.parentSub !== null) throw new Refusal("not-allowed", "writes a key of a map");
    if (item.origin !== null || item.rightOrigin !== null) {
      const left = item.origin === null ? undefined : this.#targetAfter(item.origin);
      const right = item.rightOrigin === null ? undefined : this.#targetBefore(item.rightOrigin);
      return commonTarget(left, right);
    }
    if (!(item.parent instanceof Y.ID)) throw new Refusal("not-allowed", "writes to a root");
    if (this.#findLanded(item.parent) !== undefined) {
      throw new Refusal("not-allowed", "lies inside something new");
    }
    return targetInsideStored(this.#doc, item.parent);
  }

  #targetAfter(id: Y.ID): Target {
    const landed = this.#findLanded(id);
    if (landed !== undefined) return landed.target;
    const struct = Y.getItem(this.#doc.store, id);
    const target = targetBeside(this.#doc, struct);
    const next = id.clock + 1;
    if (target.kind === "text" && next < struct.id.clock + struct.length) {
      this.cuts.before(id.client, next);
    }
    return target;
  }

  #targetBefore(id: Y.ID): Target {
    const landed = this.#findLanded(id);
    if (landed !== undefined) return landed.target;
    const struct = Y.getItem(this.#doc.store, id);
    const target = targetBeside(this.#doc, struct);
    if (target.kind === "text" && id.clock > struct.id.clock) {
      this.cuts.before(id.client, id.clock);
    }
    return target;
  }

  #findLanded(id: Y.ID): LandedStruct | undefined {
    const landed = this.landedOf(id.client);
    return landed[indexOfClock(landed, id.clock)];
  }
}
