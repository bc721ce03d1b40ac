import {
  type Actor,
  applyCommand,
  type CardCommand,
  type CardOwner,
  type Command,
  cardsOf,
  type DoneCommand,
  judgeCommand,
  metaOf,
  type Ownership,
  peopleOf,
  phaseIdOf,
  placesOf,
  type RefusalCode,
  resolveUndo,
  spreadCrowded,
  textsOf,
  type Via,
} from "@hefboom/board";
import * as Y from "yjs";

import type { CardEvent, LogEntry } from "../board-log.ts";
import type { GateVerdict } from "../gate/gate-verdict.ts";
import { judgeUpdate } from "../gate/judge-update.ts";
import { isBoardFull, type RoomState } from "../state/room-state.ts";
import { BatchPast } from "./past/batch-past.ts";
import type { FoundPast } from "./past/look-up-past.ts";

/** Whose words are erased: a person's, or one card's. */
export type Erasing = { readonly personId: string } | { readonly cardId: string };

const MAKES_BIGGER: readonly Command["op"][] = ["create", "rewrite", "restore"];
/** What may make a document smaller. */
const TAKES_AWAY: readonly CardEvent["kind"][] = ["delete", "rewrite", "edit"];

/**
 * Done long ago it is answered as done to whoever sends it. That is harmless: an id is 103 random bits that nobody but its
 * sender ever sees, and nothing is done.
 */
function isKnownTo({ personId }: Actor, done: DoneCommand): boolean {
  return done.personId === null || done.personId === personId;
}

/** What one batch does to a room's document, and the rows that are stored with it in one commit. */
export class Batch implements Ownership {
  readonly #state: RoomState;
  readonly #now: number;
  readonly #past: BatchPast;
  readonly #owners = new Map<string, CardOwner>();
  readonly #events: CardEvent[] = [];
  readonly #clients: { clientId: number; personId: string | null }[] = [];

  constructor(state: RoomState, now: number, found: FoundPast) {
    this.#state = state;
    this.#now = now;
    this.#past = new BatchPast(found, now);
  }

  get doc(): Y.Doc {
    return this.#state.doc;
  }

  ownerOf(cardId: string): CardOwner | undefined {
    return this.#owners.get(cardId) ?? this.#state.owners.ownerOf(cardId);
  }

  /** Judges a command and does it. @returns why not, or `undefined` when it is done (now or earlier) */
  command(actor: Actor, command: Command, via?: Via): RefusalCode | undefined {
    const done = this.#past.done(command.id);
    if (done !== undefined) return isKnownTo(actor, done) ? undefined : "id-in-use";
    const judging = { doc: this.doc, actor, owners: this, past: this.#past };
    const meant = command.op === "undo" ? resolveUndo(judging, command) : { command };
    if ("refused" in meant) return meant.refused;
    if (MAKES_BIGGER.includes(meant.command.op) && isBoardFull(this.#state)) return "board-full";
    const refused = judgeCommand(judging, meant.command);
    if (refused === undefined) this.#do(actor, meant.command, via);
    return refused;
  }

  /** Passes a text edit through the gate and applies what is new in it. */
  textEdit(actor: Actor, update: Uint8Array): GateVerdict {
    const { clients, limits } = this.#state;
    const verdict = judgeUpdate({ doc: this.doc, actor, owners: this, clients, limits }, update);
    if (verdict.kind !== "apply") return verdict;
    if (verdict.adds && isBoardFull(this.#state)) {
      return { kind: "refuse", code: "board-full", reason: "the board has reached its limit" };
    }
    Y.applyUpdate(this.doc, verdict.update, this);
    for (const clientId of verdict.newClients) this.claimClient(clientId, actor.personId);
    for (const card of verdict.cards) {
      this.#note({ kind: "edit", card, lever: placesOf(this.doc).get(card)?.lever ?? null });
    }
    return verdict;
  }

  /**
   * Takes words off the board for good. The log begins the epoch named here once it is rewritten without them: what is
   * read from it before then still holds them, and must not pass for a replica of the new epoch.
   */
  erase(what: Erasing): void {
    const { doc } = this;
    for (const owner of this.#ownersOf(what)) {
      const lever = placesOf(doc).get(owner.cardId)?.lever ?? null;
      for (const root of [cardsOf(doc), textsOf(doc), placesOf(doc)]) root.delete(owner.cardId);
      this.#past.noteErased(owner.cardId);
      if (!owner.isDeleted) this.#note({ kind: "delete", card: owner.cardId, lever });
      this.#owners.set(owner.cardId, { ...owner, isDeleted: true });
    }
    if ("personId" in what) peopleOf(doc).delete(what.personId);
    metaOf(doc).set("epoch", this.#state.epoch + 1);
  }

  claimClient(clientId: number, personId: string): void {
    this.#state.clients.claim(clientId, personId);
    this.#clients.push({ clientId, personId });
  }

  /** Does what is done once for the whole batch, at the end of its transaction. */
  finish(): void {
    spreadCrowded(this.doc, this.#state.lasts);
  }

  /** The rows to store beside `update`; `undefined` when the batch changed nothing. */
  entry(update: Uint8Array | undefined): LogEntry | undefined {
    const rows = this.#past.rows(this.doc);
    const hasRows = rows.doneCommands.length > 0 || this.#clients.length > 0;
    if (update === undefined && !hasRows && this.#events.length === 0) return undefined;
    return {
      ...(update === undefined ? {} : { update }),
      owners: [...this.#owners.values()],
      events: this.#events,
      ...rows,
      clients: this.#clients,
    };
  }

  /** Called once the entry is stored. */
  settle(): void {
    if (this.#events.some(({ kind }) => TAKES_AWAY.includes(kind))) this.#state.isFull = false;
    for (const owner of this.#owners.values()) this.#state.owners.put(owner);
  }

  #do(actor: Actor, command: CardCommand, via: Via | undefined): void {
    const { op, id, cardId } = command;
    const { doc } = this;
    const leverBefore = placesOf(doc).get(cardId)?.lever ?? null;
    const applied = applyCommand(
      {
        doc,
        lasts: this.#state.lasts,
        actor,
        owner: this.ownerOf(cardId),
        binned: this.#past.binned(cardId),
        now: this.#now,
        via,
      },
      command,
    );
    this.#past.noteDone(id, actor.personId, applied);
    if (applied.owner !== undefined) this.#owners.set(cardId, applied.owner);
    const wasThere = op === "restore" && applied.restored === undefined;
    const lever = placesOf(doc).get(cardId)?.lever ?? leverBefore;
    if (!wasThere) this.#note({ kind: op, card: cardId, lever });
  }

  #ownersOf(what: Erasing): readonly CardOwner[] {
    if ("personId" in what) return this.#state.owners.ofPerson(what.personId);
    const owner = this.ownerOf(what.cardId);
    return owner === undefined ? [] : [owner];
  }

  #note(event: Omit<CardEvent, "at" | "phase">): void {
    this.#events.push({ ...event, at: this.#now, phase: phaseIdOf(this.doc) });
  }
}
