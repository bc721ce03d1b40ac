import type * as Y from "yjs";

import type { Actor, CardOwner, Ownership } from "../commands/actor.ts";
import { applyCommand } from "../commands/apply-command.ts";
import type { Applied } from "../commands/applying.ts";
import type { BinnedCard } from "../commands/bin/binned-card.ts";
import type { Command, DirectCommand } from "../commands/command-schema.ts";
import { showDue } from "../commands/held/reveal-drafts.ts";
import { judgeCommand } from "../commands/judge-command.ts";
import type { JudgingCommand } from "../commands/judging.ts";
import type { PutBack } from "../commands/past/inverse-schema.ts";
import type { DoneCommand, Past } from "../commands/past/past.ts";
import { applyPutBack, judgePutBack } from "../commands/past/put-back.ts";
import { resolveUndo } from "../commands/past/resolve-undo.ts";
import type { RefusalCode } from "../commands/refusal.ts";
import { LastOrders, spreadCrowded } from "../document/order.ts";
import type { Via } from "../model/card-schema.ts";
import { HeldInMemory, PeopleInMemory, VotesInMemory } from "./books-in-memory.ts";
import { aBoard, TEST_NOW } from "./builders.ts";

/** A board with its tables in memory. It does commands as the room does: judged by the rules, and each once. */
export class BoardInMemory implements Ownership, Past {
  readonly doc: Y.Doc;
  readonly owners = new Map<string, CardOwner>();
  readonly bin = new Map<string, BinnedCard>();
  readonly held = new HeldInMemory();
  readonly votes = new VotesInMemory();
  readonly people = new PeopleInMemory();
  /** Server time of what is done next. */
  now = TEST_NOW;
  readonly #done = new Map<string, DoneCommand>();
  readonly #lasts: LastOrders;

  constructor(doc: Y.Doc = aBoard()) {
    this.doc = doc;
    this.#lasts = new LastOrders(doc);
  }

  ownerOf(cardId: string): CardOwner | undefined {
    return this.owners.get(cardId);
  }

  binned(cardId: string): BinnedCard | undefined {
    return this.bin.get(cardId);
  }

  done(commandId: string): DoneCommand | undefined {
    return this.#done.get(commandId);
  }

  /** @returns why not, or `undefined` when it is done (now or earlier) */
  do(actor: Actor, command: Command): RefusalCode | undefined {
    const done = this.#done.get(command.id);
    if (done !== undefined) return done.personId === actor.personId ? undefined : "id-in-use";
    const judging = this.judging(actor);
    const meant = command.op === "undo" ? resolveUndo(judging, command) : { command };
    if ("refused" in meant) return meant.refused;
    if ("putBack" in meant) {
      const refused = judgePutBack(judging, meant.putBack);
      if (refused === undefined) this.#putBack(actor, command.id, meant.putBack);
      return refused;
    }
    const refused = judgeCommand(judging, meant.command);
    if (refused === undefined) this.apply(actor, meant.command);
    return refused;
  }

  judging(actor: Actor): JudgingCommand & { past: Past } {
    const { doc, held, votes, people, now } = this;
    return { doc, actor, owners: this, past: this, held, votes, people, now };
  }

  /** Does a command without asking whether it may be done. */
  apply(actor: Actor, command: DirectCommand, via?: Via): Applied {
    const cardId = "cardId" in command ? command.cardId : "";
    const [owner, binned] = [this.ownerOf(cardId), this.binned(cardId)];
    const applied = this.doc.transact(() => {
      const done = applyCommand({ ...this.#applying(actor), owner, binned, via }, command);
      showDue(this.#applying(actor), Number.MAX_SAFE_INTEGER);
      spreadCrowded(this.doc, this.#lasts);
      return done;
    });
    if (applied.owner !== undefined) this.owners.set(cardId, applied.owner);
    if (applied.binned !== undefined) this.bin.set(cardId, applied.binned);
    if (applied.restored !== undefined) this.bin.delete(cardId);
    this.#done.set(command.id, { personId: actor.personId, inverse: applied.inverse });
    return applied;
  }

  #putBack(actor: Actor, id: string, putBack: PutBack): void {
    const inverse = this.doc.transact(() => applyPutBack(this.#applying(actor), putBack));
    this.#done.set(id, { personId: actor.personId, inverse });
  }

  #applying(actor: Actor) {
    const { doc, held, votes, people, now } = this;
    return { doc, held, votes, people, now, actor, owners: this, lasts: this.#lasts };
  }
}
