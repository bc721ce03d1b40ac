import { type FinalRefusal, type Labels, newId } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";

import { BesideBoard } from "./aside/beside-board.ts";
import type {
  Asking,
  AskOutcome,
  BoardSessionApi,
  NewCard,
  TextEditing,
} from "./board-session-api.ts";
import type { BoardView } from "./board-view.ts";
import { BoardConnection, type Surroundings } from "./connection/board-connection.ts";
import type { ReplicaLink } from "./connection/replica-link.ts";
import { CommandDesk } from "./outbox/command-desk.ts";
import type { StoredEdit } from "./outbox/state/outbox-state.ts";
import { Presence } from "./presence/presence.ts";
import type { BoardSessionOptions } from "./session-options.ts";
import { OpenEditors } from "./text/open-editors.ts";
import { TextWriter } from "./text/text-writer.ts";
import { TypedTexts } from "./text/typed-texts.ts";
import { CurrentBoard } from "./view/current-board.ts";
import { JustSaved } from "./view/just-saved.ts";
import { ViewStore } from "./view/view-store.ts";
import { watchReplica } from "./view/watch-replica.ts";

/** One person's live connection with one board. It connects at once and lasts until it is disposed. */
export class BoardSession implements BoardSessionApi {
  readonly #connection: BoardConnection;
  readonly #desk: CommandDesk;
  readonly #typed: TypedTexts;
  readonly #board: CurrentBoard;
  readonly #textWriter: TextWriter;
  readonly #editors: OpenEditors;
  readonly #presence: Presence;
  readonly #view: ViewStore;
  readonly #restoring: Promise<void>;
  readonly #justSaved: JustSaved;
  readonly #beside: BesideBoard;
  #isLoaded = false;
  #canSave = true;
  #maySend = false;

  constructor(options: BoardSessionOptions) {
    const { random = Math.random, now = Date.now, schedule = queueMicrotask } = options;
    const { isVisible = () => true } = options;
    this.#connection = this.#newConnection(options, { random, now, isVisible });
    this.#justSaved = this.#newJustSaved();
    this.#beside = this.#newBeside({ random, now });
    this.#desk = this.#newDesk(options, { random, now });
    this.#typed = this.#newTypedTexts(random);
    this.#board = this.#newBoard(options);
    this.#textWriter = this.#newTextWriter();
    this.#presence = new Presence(options.me.personId, () => this.#presenceChanged());
    this.#editors = new OpenEditors(this.#textWriter, {
      onOpenCard: () => this.#tellOpenCard(),
      onLost: (cardId, text) => this.#wordsRefused(cardId, text, "not-found"),
    });
    this.#view = this.#newView(options, (flush) => schedule(flush));
    this.#restoring = this.#restore();
    this.#connection.start();
  }

  get view(): BoardView {
    return this.#view.view;
  }

  subscribe(listener: () => void): () => void {
    return this.#view.subscribe(listener);
  }

  create(card: NewCard): string {
    return this.#desk.create(card);
  }

  place(
    cardId: string,
    place: { lever: string | null; order?: string; x?: number; y?: number },
  ): void {
    this.#desk.submit({ ...place, op: "place", id: newId(), cardId });
  }

  remove(cardId: string): void {
    this.#desk.submit({ op: "delete", id: newId(), cardId });
  }

  restore(cardId: string): void {
    this.#desk.submit({ op: "restore", id: newId(), cardId });
  }

  label(cardId: string, labels: Labels): void {
    this.#desk.submit({ op: "label", id: newId(), cardId, labels });
  }

  ask(asking: Asking, { patienceMs }: { patienceMs?: number } = {}): Promise<AskOutcome> {
    return this.#beside.ask(asking, patienceMs);
  }

  votesNow(): Pick<BoardView, "votes" | "votesFor"> {
    const { votes, votesFor } = this.#beside.parts;
    return { votes: votes(), votesFor: votesFor() };
  }

  serverNow(): number {
    return this.#beside.serverNow();
  }

  editText(cardId: string): TextEditing {
    return this.#editors.open(cardId);
  }

  pointAt(cursor: { x: number; y: number } | undefined): void {
    this.#presence.setCursor(cursor);
  }

  retry(drawerId: string): void {
    this.#desk.retry(drawerId);
  }

  discard(drawerId: string): void {
    this.#desk.outbox.discard(drawerId);
  }

  wake(): void {
    this.#desk.wake();
    this.#connection.wake();
  }

  async rest(): Promise<void> {
    await this.#connection.rest();
  }

  async leave(): Promise<void> {
    await Promise.all([this.#desk.leave(), this.#connection.rest()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#beside.stop();
    this.#editors.closeAll();
    this.#textWriter.stop();
    this.#typed.stop();
    this.#presence.stop();
    this.#justSaved.stop();
    this.#view.close();
    await this.#restoring;
    await this.#desk.stop();
    await this.#connection.rest();
    this.#connection.close();
  }

  #newConnection(options: BoardSessionOptions, around: Surroundings): BoardConnection {
    return new BoardConnection(options, around, {
      onReplica: (link) => this.#replicaReplaced(link),
      onConfirmed: () => this.#loaded(),
      onReady: () => this.#synced(),
      onAnswers: (answers) => this.#answered(answers),
      onAside: (aside) => this.#beside.take(aside),
      onCannotSave: () => this.#setCanSave(false),
      onState: ({ state }) => {
        if (state !== "online") this.#lost();
        this.#view.changed("connection");
      },
    });
  }

  #newDesk({ store, pageId }: BoardSessionOptions, chance: Pick<Surroundings, "random" | "now">) {
    return new CommandDesk({
      ...chance,
      page: pageId ?? newId(),
      store,
      send: (bytes) => this.#connection.send(bytes),
      onCard: (cardId) => this.#pendingChanged(cardId),
      onDrawer: () => this.#view.changed("drawer"),
      onStorage: () => this.#storageChanged(),
      onSaved: (command) => this.#justSaved.add(command),
      edits: () => this.#typed.stored(),
      onTakenOver: (edits) => this.#takenOver(edits),
    });
  }

  #newJustSaved(): JustSaved {
    return new JustSaved({
      has: (cardId) => this.#board.has(cardId),
      isPending: (cardId) => this.#desk.outbox.on(cardId).length > 0,
      onCard: (cardId) => this.#cardChanged(cardId),
    });
  }

  #newBeside(chance: Pick<Surroundings, "random" | "now">): BesideBoard {
    return new BesideBoard({
      ...chance,
      send: (bytes) => this.#connection.send(bytes),
      isPending: (cardId) =>
        this.#desk.outbox.on(cardId).length > 0 || this.#typed.isPending(cardId),
      mayArrive: (cardId) => !this.#board.isOnBoard(cardId),
      onCard: (cardId) => this.#serverChanged(cardId),
      onPart: (part) => this.#view.changed(part),
    });
  }

  #newTypedTexts(random: () => number): TypedTexts {
    return new TypedTexts(this.#connection.link.doc, {
      random,
      send: (bytes) => this.#connection.send(bytes),
      epoch: () => this.#connection.link.epoch,
      onText: (cardId) => this.#pendingChanged(cardId),
      onChange: () => this.#desk.touch(),
      onRefused: (edit, refused) => this.#desk.editRefused(edit, refused),
    });
  }

  #newBoard({ me }: BoardSessionOptions): CurrentBoard {
    return new CurrentBoard({
      me,
      outbox: this.#desk.outbox,
      typed: this.#typed,
      justSaved: this.#justSaved,
      beside: this.#beside,
      doc: () => this.#connection.link.doc,
      pendingOn: () => (this.#desk.isStorageFailing ? "on-page" : "on-device"),
      lastOrderOn: (lever) => {
        const last = this.view.cardIdsOn.get(lever)?.at(-1);
        return last === undefined ? undefined : this.view.cards.get(last)?.place.order;
      },
    });
  }

  #newTextWriter(): TextWriter {
    return new TextWriter({
      outbox: this.#desk.outbox,
      typed: this.#typed,
      textOf: (cardId) => this.#board.textOf(cardId),
      isShared: (cardId) => this.#board.isShared(cardId),
      onReleased: () => this.#desk.sender.pump(),
      onTooLong: (cardId, text) => this.#wordsRefused(cardId, text, "too-long"),
    });
  }

  #newView({ me }: BoardSessionOptions, schedule: (flush: () => void) => void): ViewStore {
    const parts = {
      isLoaded: () => this.#isLoaded,
      ...this.#board.parts,
      ...this.#beside.parts,
      peers: () => this.#presence.peers,
      presentCount: () => this.#presence.count,
      connection: () => this.#connection.state,
      pendingCount: () => this.#desk.outbox.entries.length + this.#typed.pendingCount,
      canSave: () => this.#canSave,
      isStorageFailing: () => this.#desk.isStorageFailing,
      drawer: () => this.#desk.outbox.drawer,
    };
    return new ViewStore({ card: (cardId) => this.#board.card(cardId), parts }, me, schedule);
  }

  /** Until what was stored is here, nothing is sent: it was asked for first. */
  async #restore(): Promise<void> {
    await this.#desk.restore();
    this.#maySend = true;
    if (this.#connection.state.state === "online") this.#startSending();
  }

  #takenOver(edits: readonly StoredEdit[]): void {
    this.#typed.restore(edits);
    if (this.#connection.state.state === "online") this.#typed.ready();
  }

  #wordsRefused(cardId: string, text: string, refused: FinalRefusal): void {
    this.#desk.editRefused({ id: newId(), cardId, text }, refused);
  }

  #loaded(): void {
    this.#isLoaded = true;
    this.#view.changed("isLoaded");
  }

  #setCanSave(canSave: boolean): void {
    this.#canSave = canSave;
    this.#view.changed("canSave");
  }

  #synced(): void {
    this.#loaded();
    this.#setCanSave(true);
    this.#editors.refreshAll();
    this.#presence.ready();
    if (this.#maySend) this.#startSending();
  }

  #startSending(): void {
    this.#typed.ready();
    this.#desk.ready();
    this.#beside.ready();
  }

  #lost(): void {
    this.#presence.lost();
    this.#typed.lost();
    this.#desk.lost();
    this.#beside.lost();
  }

  #answered(answers: readonly Answer[]): void {
    for (const answer of answers) {
      const isTaken = this.#typed.answered(answer) || this.#beside.answered(answer);
      if (!isTaken) this.#desk.answered(answer);
      const refused = "refused" in answer ? answer.refused : undefined;
      if (refused === undefined || refused === "cannot-save") this.#setCanSave(!refused);
    }
    this.#desk.sender.pump();
  }

  #replicaReplaced(link: ReplicaLink): void {
    this.#isLoaded = false;
    this.#typed.replaceReplica(link.doc);
    this.#presence.attach(link.awareness);
    watchReplica(link.doc, {
      card: (cardId) => {
        this.#serverChanged(cardId);
        if (cardId === this.#editors.openCard) this.#tellOpenCard();
      },
      part: (part) => {
        if (part === "meta") this.#presence.show(this.#board.isShown());
        this.#view.changed(part);
      },
    });
    this.#view.allChanged();
  }

  /** The replica has something new of this card, or what is held. */
  #serverChanged(cardId: string): void {
    this.#justSaved.changed(cardId);
    this.#cardChanged(cardId);
  }

  #cardChanged(cardId: string): void {
    this.#view.cardChanged(cardId);
    this.#editors.refresh(cardId);
  }

  #pendingChanged(cardId: string): void {
    this.#cardChanged(cardId);
    this.#view.changed("pendingCount");
    this.#beside.pump();
  }

  #storageChanged(): void {
    for (const { command } of this.#desk.outbox.entries) this.#cardChanged(command.cardId);
    for (const { cardId } of this.#typed.stored()) this.#cardChanged(cardId);
    this.#view.changed("isStorageFailing");
  }

  /** Others hear of an open card as soon as they have it: nobody may know who writes drafts. */
  #tellOpenCard(): void {
    const cardId = this.#editors.openCard;
    const isKnown = cardId !== undefined && this.#board.isOnBoard(cardId);
    this.#presence.setCard(isKnown ? cardId : undefined);
  }

  #presenceChanged(): void {
    this.#view.changed("peers");
    this.#view.changed("presentCount");
  }
}
