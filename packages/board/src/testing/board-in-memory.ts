import type * as Y from "yjs";

import type { Actor, CardOwner, Ownership } from "../commands/actor.ts";
import { type Applied, applyCommand } from "../commands/apply-command.ts";
import type { BinnedCard } from "../commands/bin/binned-card.ts";
import type { CardCommand, Command } from "../commands/command-schema.ts";
import { judgeCommand } from "../commands/judge-command.ts";
import type { DoneCommand, Past } from "../commands/past/past.ts";
import { resolveUndo } from "../commands/past/resolve-undo.ts";
import type { RefusalCode } from "../commands/refusal.ts";
import { LastOrders, spreadCrowded } from "../document/order.ts";
import type { Via } from "../model/card-schema.ts";
import { aBoard, TEST_NOW } from "./builders.ts";

/** A board with its tables in memory. It does commands as the room does: judged by the rules, and each once. */
export class BoardInMemory implements Ownership, Past {
  readonly doc: Y.Doc;
  readonly owners = new Map<string, CardOwner>();
  readonly bin = new Map<string, BinnedCard>();
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
    const judging = { doc: this.doc, actor, owners: this, past: this };
    const meant = command.op === "undo" ? resolveUndo(judging, command) : { command };
    if ("refused" in meant) return meant.refused;
    const refused = judgeCommand(judging, meant.command);
    if (refused === undefined) this.apply(actor, meant.command);
    return refused;
  }

  /** Does a command without asking whether it may be done. */
  apply(actor: Actor, command: CardCommand, via?: Via): Applied {
    const { doc } = this;
    const [owner, binned] = [this.ownerOf(command.cardId), this.binned(command.cardId)];
    const applying = { doc, lasts: this.#lasts, actor, owner, binned, now: TEST_NOW, via };
    const applied = doc.transact(() => {
      const done = applyCommand(applying, command);
      spreadCrowded(doc, this.#lasts);
      return done;
    });
    if (applied.owner !== undefined) this.owners.set(command.cardId, applied.owner);
    if (applied.binned !== undefined) this.bin.set(command.cardId, applied.binned);
    if (applied.restored !== undefined) this.bin.delete(command.cardId);
    this.#done.set(command.id, { personId: actor.personId, inverse: applied.inverse });
    return applied;
  }
}
