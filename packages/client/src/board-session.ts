import { newId } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";

import type { BoardSessionApi, NewCard, TextEditing } from "./board-session-api.ts";
import { BoardConnection, type Chance } from "./connection/board-connection.ts";
import type { ReplicaLink } from "./connection/replica-link.ts";
import { CommandDesk } from "./outbox/command-desk.ts";
import { Presence } from "./presence/presence.ts";
import type { BoardSessionOptions } from "./session-options.ts";
import { OpenEditors } from "./text/open-editors.ts";
import { TextWriter } from "./text/text-writer.ts";
import { TypedTexts } from "./text/typed-texts.ts";
import type { BoardView } from "./view/board-view.ts";
import { CurrentBoard } from "./view/current-board.ts";
import { ViewStore } from "./view/view-store.ts";
import { watchReplica } from "./view/watch-replica.ts";

/** A store that does not answer within this time holds nothing up: what is new is sent, what was stored follows. */
const STORE_TIMEOUT_MS = 3_000;

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
  readonly #storeTimer: unknown;
  #isLoaded = false;
  #maySend = false;

  constructor(options: BoardSessionOptions) {
    const { random = Math.random, now = Date.now, schedule = queueMicrotask } = options;
    this.#connection = this.#newConnection(options, { random, now });
    this.#desk = this.#newDesk(options, random);
    this.#typed = this.#newTypedTexts(random);
    this.#board = this.#newBoard(options);
    this.#textWriter = this.#newTextWriter();
    this.#presence = new Presence(options.me.personId, () => this.#presenceChanged());
    this.#editors = new OpenEditors(this.#textWriter, {
      onOpenCard: (cardId) => this.#presence.setCard(cardId),
      onLost: (cardId, text) => this.#desk.editRefused(cardId, text, "not-found"),
    });
    this.#view = this.#newView(options, (flush) => schedule(flush));
    this.#storeTimer = setTimeout(() => this.#allowSending(), STORE_TIMEOUT_MS);
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
    this.#desk.drawer.remove(drawerId);
  }

  wake(): void {
    this.#connection.wake();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#storeTimer);
    this.#editors.closeAll();
    this.#textWriter.stop();
    this.#typed.stop();
    this.#presence.stop();
    this.#view.close();
    await this.#restoring;
    await this.#desk.stop();
    this.#connection.close();
  }

  #newConnection(options: BoardSessionOptions, chance: Chance): BoardConnection {
    return new BoardConnection(options, chance, {
      onReplica: (link) => this.#replicaReplaced(link),
      onReady: () => this.#synced(),
      onAnswers: (answers) => this.#answered(answers),
      onState: ({ state }) => {
        if (state !== "online") this.#lost();
        this.#view.changed("connection");
      },
    });
  }

  #newDesk({ store }: BoardSessionOptions, random: () => number): CommandDesk {
    return new CommandDesk({
      store,
      random,
      send: (bytes) => this.#connection.send(bytes),
      onCard: (cardId) => this.#pendingChanged(cardId),
      onDrawer: () => this.#view.changed("drawer"),
      edits: () => this.#typed.stored(),
    });
  }

  #newTypedTexts(random: () => number): TypedTexts {
    return new TypedTexts(this.#connection.link.doc, {
      random,
      send: (bytes) => this.#connection.send(bytes),
      epoch: () => this.#connection.link.epoch,
      onText: (cardId) => this.#pendingChanged(cardId),
      onChange: () => this.#desk.touch(),
      onRefused: (cardId, text, refused) => this.#desk.editRefused(cardId, text, refused),
    });
  }

  #newBoard({ me }: BoardSessionOptions): CurrentBoard {
    return new CurrentBoard({
      me,
      outbox: this.#desk.outbox,
      typed: this.#typed,
      ownCardIds: this.#desk.ownCardIds,
      doc: () => this.#connection.link.doc,
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
      isHidden: () => this.#board.isHidden(),
      onReleased: () => this.#desk.sender.pump(),
      onTooLong: (cardId, text) => this.#desk.editRefused(cardId, text, "too-long"),
    });
  }

  #newView({ me }: BoardSessionOptions, schedule: (flush: () => void) => void): ViewStore {
    const parts = {
      isLoaded: () => this.#isLoaded,
      meta: () => this.#board.meta(),
      levers: () => this.#board.levers(),
      people: () => this.#board.people(),
      peers: () => this.#presence.peers,
      presentCount: () => this.#presence.count,
      connection: () => this.#connection.state,
      pendingCount: () => this.#desk.outbox.entries.length + this.#typed.pendingCount,
      drawer: () => this.#desk.drawer.entries,
    };
    return new ViewStore({ card: (cardId) => this.#board.card(cardId), parts }, me, schedule);
  }

  async #restore(): Promise<void> {
    this.#typed.restore(await this.#desk.restore());
    this.#desk.restored();
    this.#allowSending();
  }

  #allowSending(): void {
    clearTimeout(this.#storeTimer);
    this.#maySend = true;
    if (this.#connection.state.state === "online") this.#startSending();
  }

  #synced(): void {
    this.#isLoaded = true;
    this.#view.changed("isLoaded");
    this.#editors.refreshAll();
    this.#presence.ready();
    if (this.#maySend) this.#startSending();
  }

  #startSending(): void {
    this.#typed.ready();
    this.#desk.sender.ready();
  }

  #lost(): void {
    this.#presence.lost();
    this.#typed.lost();
    this.#desk.sender.lost();
  }

  #answered(answers: readonly Answer[]): void {
    for (const answer of answers) {
      if (!this.#typed.answered(answer)) this.#desk.answered(answer);
    }
    this.#desk.sender.pump();
  }

  #replicaReplaced(link: ReplicaLink): void {
    this.#isLoaded = false;
    this.#typed.replaceReplica(link.doc);
    this.#presence.attach(link.awareness);
    watchReplica(link.doc, {
      card: (cardId) => this.#cardChanged(cardId),
      meta: () => {
        this.#presence.show(this.#board.isShown());
        this.#view.changed("meta");
      },
      levers: () => this.#view.changed("levers"),
      people: () => this.#view.changed("people"),
    });
    this.#view.allChanged();
  }

  #cardChanged(cardId: string): void {
    this.#view.cardChanged(cardId);
    this.#editors.refresh(cardId);
  }

  #pendingChanged(cardId: string): void {
    this.#cardChanged(cardId);
    this.#view.changed("pendingCount");
  }

  #presenceChanged(): void {
    this.#view.changed("peers");
    this.#view.changed("presentCount");
  }
}
