import {
  type Actor,
  applyCommand,
  applyPutBack,
  type CardOwner,
  type Command,
  cardsOf,
  clustersOf,
  type DirectCommand,
  type DoneCommand,
  forgetOutcome,
  hasHiddenAuthors,
  judgeCommand,
  judgePutBack,
  metaOf,
  type Ownership,
  type Person,
  type PutBack,
  peopleOf,
  placesOf,
  type RefusalCode,
  recountOpenVote,
  resolveUndo,
  resultsOf,
  sessionOf,
  showDue,
  spreadCrowded,
  textsOf,
  type Via,
  voterOf,
} from "@hefboom/board";
import * as Y from "yjs";

import type { BookChanges, CardEvent, LogEntry } from "../board-log.ts";
import { takeChanges } from "../books/books.ts";
import type { GateVerdict } from "../gate/gate-verdict.ts";
import { judgeUpdate } from "../gate/judge-update.ts";
import { isBoardFull, type RoomState } from "../state/room-state.ts";
import { aboutOf } from "./about-of.ts";
import { BatchActs } from "./batch-acts.ts";
import { BatchPast } from "./past/batch-past.ts";
import type { WrittenHeading } from "./past/headings-by.ts";
import type { FoundPast } from "./past/look-up-past.ts";

/** Whose words are erased: a person's, or one card's. */
export type Erasing = { readonly personId: string } | { readonly cardId: string };

/** The same with the name by which the person came in; `undefined`: by none. */
type ErasingNow =
  | { readonly personId: string; readonly name: string | undefined }
  | { readonly cardId: string };

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

const EVENTS = [
  "create",
  "place",
  "rewrite",
  "delete",
  "restore",
  "label",
  "hide",
  "show",
] as const;
type EventOp = (typeof EVENTS)[number];
const isEvent = (op: Command["op"]): op is EventOp => EVENTS.some((event) => event === op);

/** What one batch does to a room's document, and the rows that are stored with it in one commit. */
export class Batch implements Ownership {
  readonly #state: RoomState;
  readonly #now: number;
  readonly #past: BatchPast;
  readonly #owners = new Map<string, CardOwner>();
  readonly #events: CardEvent[] = [];
  readonly #clients: { clientId: number; personId: string | null }[] = [];
  readonly #acts: BatchActs;
  #changes: BookChanges | undefined;

  constructor(state: RoomState, now: number, found: FoundPast) {
    this.#state = state;
    this.#now = now;
    this.#past = new BatchPast(found, now);
    this.#acts = new BatchActs({ doc: state.doc, owners: this, told: state.books.told, now });
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
    const judging = this.#judging(actor);
    const meant = command.op === "undo" ? resolveUndo(judging, command) : { command };
    if ("refused" in meant) return meant.refused;
    if ("putBack" in meant) {
      const refused = judgePutBack(judging, meant.putBack);
      if (refused === undefined) this.#putBack(actor, command.id, meant.putBack);
      return refused;
    }
    if (MAKES_BIGGER.includes(meant.command.op) && isBoardFull(this.#state)) return "board-full";
    const refused = judgeCommand(judging, meant.command);
    if (refused === undefined) this.#do(actor, meant.command, via);
    return refused;
  }

  /** Passes a text edit through the gate and applies what is new in it. */
  textEdit(actor: Actor, update: Uint8Array): GateVerdict {
    const { clients, limits, books } = this.#state;
    if (books.people.isStopped(actor.personId)) {
      return { kind: "refuse", code: "stopped", reason: "this person was stopped" };
    }
    const context = { doc: this.doc, actor, owners: this, clients, limits, now: this.#now };
    const verdict = judgeUpdate(context, update);
    if (verdict.kind !== "apply") return verdict;
    if (verdict.adds && isBoardFull(this.#state)) {
      return { kind: "refuse", code: "board-full", reason: "the board has reached its limit" };
    }
    Y.applyUpdate(this.doc, verdict.update, this);
    for (const clientId of verdict.newClients) this.claimClient(clientId, actor.personId);
    for (const card of verdict.cards) {
      this.#note({ kind: "edit", card, lever: placesOf(this.doc).get(card)?.lever ?? null });
      this.#acts.noteTyping(actor, card);
    }
    return verdict;
  }

  /**
   * Takes words off the board for good. The log begins the epoch named here once it is rewritten without them: what is
   * read from it before then still holds them, and must not pass for a replica of the new epoch.
   */
  erase(what: ErasingNow): void {
    const { votes, people } = this.#state.books;
    const owners = this.#ownersOf(what);
    for (const owner of owners) this.#takeOff(owner);
    const cards = new Set(owners.map(({ cardId }) => cardId));
    votes.forgetTargets(cards);
    forgetOutcome(this.doc, cards);
    if ("personId" in what) {
      const { personId, name } = what;
      peopleOf(this.doc).delete(personId);
      votes.forget(personId);
      // What a scribe voted for somebody of that name may be for another one, but it is this person's name.
      if (name !== undefined) votes.forget(voterOf({ personId }, { voter: name }));
      people.forget(personId);
    }
    recountOpenVote(this.doc, votes, this.#now);
    this.#beginEpoch();
  }

  /** What was overwritten until now may be left out of the log: who lacks this entry is then too far behind. */
  markThinning(): void {
    metaOf(this.doc).set("thinnedAt", this.#state.seq + 1);
  }

  /** Takes headings off that somebody wrote who was erased, where they still stand; the clusters stay. */
  forgetHeadings(headings: readonly WrittenHeading[]): void {
    const clusters = clustersOf(this.doc);
    for (const { clusterId, title } of headings) {
      const cluster = clusters.get(clusterId);
      if (cluster?.title === title) clusters.set(clusterId, { ...cluster, title: "" });
    }
  }

  /**
   * Back to how the board began: its levers, plan and switches stay, all cards and people go. What the tables say of
   * votes and people is theirs to forget.
   */
  clear(): void {
    const { doc } = this;
    for (const owner of this.#everyOwner()) this.#takeOff(owner);
    for (const root of [clustersOf(doc), peopleOf(doc), resultsOf(doc)]) root.clear();
    const { plan, phase } = sessionOf(doc);
    const id = plan[0]?.id ?? phase.id;
    metaOf(doc).set("phase", { id, seq: phase.seq + 1, index: 0, startedAt: this.#now });
    for (const part of ["timer", "ballot", "spotlight"]) metaOf(doc).set(part, null);
    this.#beginEpoch();
  }

  /** Somebody came in; with authors hidden the board does not say who. */
  welcome(personId: string, person: Person): void {
    this.#state.books.people.meet(personId);
    if (!hasHiddenAuthors(this.doc)) peopleOf(this.doc).set(personId, person);
  }

  /** Puts the next of what was revealed on the board. */
  showDue(count: number): void {
    const { lasts, books } = this.#state;
    for (const { cardId, place } of showDue({ doc: this.doc, lasts, held: books.held }, count)) {
      this.#note({ kind: "reveal", card: cardId, lever: place.lever });
    }
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
    const books = takeChanges(this.#state.books);
    this.#changes = books;
    const hasRows = rows.doneCommands.length > 0 || this.#clients.length > 0 || books !== undefined;
    if (update === undefined && !hasRows && this.#events.length === 0) return undefined;
    return {
      ...(update === undefined ? {} : { update }),
      owners: [...this.#owners.values()],
      events: this.#events,
      ...rows,
      clients: this.#clients,
      acts: this.#acts.list,
      ...(books !== undefined && { books }),
    };
  }

  /** What was held, voted and decided about people in this batch, once `entry` was asked. */
  get changes(): BookChanges | undefined {
    return this.#changes;
  }

  /** Called once the entry is stored. */
  settle(): void {
    if (this.#events.some(({ kind }) => TAKES_AWAY.includes(kind))) this.#state.isFull = false;
    for (const owner of this.#owners.values()) this.#state.owners.put(owner);
  }

  #do(actor: Actor, command: DirectCommand, via: Via | undefined): void {
    const { doc } = this;
    const cardId = "cardId" in command ? command.cardId : "";
    const leverBefore = placesOf(doc).get(cardId)?.lever ?? null;
    const wasOnBoard = cardsOf(doc).has(cardId);
    const card = { owner: this.ownerOf(cardId), binned: this.#past.binned(cardId), via };
    const applied = applyCommand({ ...this.#applying(actor), ...card }, command);
    this.#past.noteDone(command.id, actor.personId, applied);
    if (applied.owner !== undefined) this.#owners.set(cardId, applied.owner);
    // Quotes come with the essay, and are nobody's doing.
    if (via !== "essay") {
      this.#acts.note(actor, command.op, { id: command.id, about: aboutOf(command) });
    }
    if (!isEvent(command.op) || !(wasOnBoard || cardsOf(doc).has(cardId))) return; // held cards are nobody's to count
    const wasThere = command.op === "restore" && applied.restored === undefined;
    const lever = placesOf(doc).get(cardId)?.lever ?? leverBefore;
    if (!wasThere) this.#note({ kind: command.op, card: cardId, lever });
  }

  #putBack(actor: Actor, id: string, putBack: PutBack): void {
    const inverse = applyPutBack(this.#applying(actor), putBack);
    this.#past.noteDone(id, actor.personId, { inverse });
    this.#acts.note(actor, "undo", { id, about: putBack.op });
  }

  #judging(actor: Actor) {
    const { held, votes, people } = this.#state.books;
    const { doc } = this;
    return { doc, actor, owners: this, past: this.#past, now: this.#now, held, votes, people };
  }

  #applying(actor: Actor) {
    const { past: _past, ...applying } = this.#judging(actor);
    return { ...applying, lasts: this.#state.lasts };
  }

  #ownersOf(what: ErasingNow): readonly CardOwner[] {
    if ("cardId" in what) return [this.ownerOf(what.cardId) ?? []].flat();
    return this.#everyOwner().filter(({ personId }) => personId === what.personId);
  }

  /** With those of cards that this batch itself made. */
  #everyOwner(): CardOwner[] {
    const all = [...this.#state.owners.values(), ...this.#owners.values()];
    return [...new Map(all.map((owner) => [owner.cardId, owner])).values()];
  }

  /** Takes a card off the board and out of the tables, for good; its id stays used. */
  #takeOff(owner: CardOwner): void {
    const { doc } = this;
    const { cardId } = owner;
    const lever = placesOf(doc).get(cardId)?.lever ?? null;
    for (const root of [cardsOf(doc), textsOf(doc), placesOf(doc)]) root.delete(cardId);
    this.#state.books.held.delete(cardId);
    this.#past.noteErased(cardId);
    if (!owner.isDeleted) this.#note({ kind: "delete", card: cardId, lever });
    this.#owners.set(cardId, { ...owner, isDeleted: true });
  }

  #beginEpoch(): void {
    metaOf(this.doc).set("epoch", this.#state.epoch + 1);
  }

  #note(event: Omit<CardEvent, "at" | "phase">): void {
    this.#events.push({ ...event, at: this.#now, phase: sessionOf(this.doc).phase.id });
  }
}
