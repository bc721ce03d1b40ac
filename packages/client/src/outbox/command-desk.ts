import { type FinalRefusal, isPassing, newId } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";

import type { NewCard } from "../board-session-api.ts";
import { Outbox } from "./outbox.ts";
import type { OutboxCommand } from "./outbox-command.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { OutboxWriter } from "./outbox-writer.ts";
import { retryCommand } from "./retry-command.ts";
import { CommandSender } from "./sending/command-sender.ts";
import { SENDABLE_MAX } from "./sending/sendable.ts";
import { drawerEntryOf } from "./state/change-outbox.ts";
import type { StoredEdit } from "./state/outbox-state.ts";
import { Withdrawn } from "./withdrawn.ts";

interface DeskPorts {
  /** Names this page among those of its person. */
  readonly page: string;
  readonly store: OutboxStore;
  readonly random: () => number;
  readonly now: () => number;
  send(bytes: Uint8Array): boolean;
  /** Something is, or is no longer, pending for this card. */
  onCard(cardId: string): void;
  onDrawer(): void;
  /** The server has done this; the replica may get it a moment later. */
  onSaved(command: OutboxCommand): void;
  /** Edits to be stored beside the commands. */
  edits(): readonly Omit<StoredEdit, "page">[];
  /** Storage fails, or works again. */
  onStorage(): void;
  /** Edits of a page that is gone: they go on here. */
  onTakenOver(edits: readonly StoredEdit[]): void;
}

/** What this person asked for: on its way, refused, and stored so that a reload loses nothing of it. */
export class CommandDesk {
  readonly outbox: Outbox;
  readonly sender: CommandSender;
  readonly #ports: DeskPorts;
  readonly #writer: OutboxWriter;
  readonly #removedHere = new Set<string>();
  readonly #withdrawn = new Withdrawn();
  #isReady = false;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    const { page, store, now, send, random } = ports;
    this.outbox = new Outbox(page, {
      onCard: (cardId) => ports.onCard(cardId),
      onDrawer: () => ports.onDrawer(),
      onSavedElsewhere: (command) => ports.onSaved(command),
      onChange: () => this.touch(),
    });
    this.sender = new CommandSender(this.outbox, {
      send,
      random,
      isHolder: () => this.#writer.isHolder,
    });
    this.#writer = new OutboxWriter(this.outbox, {
      page,
      store,
      now,
      isReady: () => this.#isReady,
      edits: () => ports.edits().map((edit) => ({ ...edit, page })),
      onTakenOver: (edits) => ports.onTakenOver(edits),
      onStorage: () => ports.onStorage(),
      onWritten: () => this.sender.pump(),
    });
  }

  get isStorageFailing(): boolean {
    return this.#writer.isFailing;
  }

  /** Brings back what earlier lives of this page left. Never rejects. */
  async restore(): Promise<void> {
    this.touch();
    await this.#writer.begun;
  }

  /** The connection is in sync: everything unanswered is sent once more. */
  ready(): void {
    this.#isReady = true;
    this.touch();
    this.sender.ready();
  }

  lost(): void {
    if (!this.#isReady) return;
    this.#isReady = false;
    this.touch(); // another page may have a connection
    this.sender.lost();
  }

  create(card: NewCard): string {
    const cardId = newId();
    this.submit({ ...card, op: "create", id: newId(), cardId });
    return cardId;
  }

  submit(command: OutboxCommand): void {
    const { op, cardId } = command;
    if (op === "restore") {
      this.#removedHere.delete(cardId);
      for (const one of this.#withdrawn.bringBack(command)) this.#ask(one);
    } else if (op === "delete") {
      const before = this.outbox.on(cardId);
      this.#removedHere.add(cardId);
      this.#ask(command);
      this.#withdrawn.keep(cardId, before, this.outbox.on(cardId));
    } else {
      this.#ask(command);
    }
  }

  answered(answer: Answer): void {
    const refused = "refused" in answer ? answer.refused : undefined;
    if (refused !== undefined && isPassing(refused)) {
      this.sender.postponed(answer.id);
      return;
    }
    const command = this.outbox.settle(answer.id, refused);
    if (command === undefined) return; // answered before, on a connection that was lost
    if (refused === undefined) this.#ports.onSaved(command);
    this.sender.settled(command.id);
  }

  /**
   * Words typed in a card's text that will not be saved; a card this person deleted takes its words along.
   * @param id of the refused edit, so that two pages make one entry of it
   */
  editRefused(edit: { id: string; cardId: string; text: string }, refused: FinalRefusal): void {
    const isWanted = edit.text.trim() !== "" && !this.#removedHere.has(edit.cardId);
    if (isWanted) this.outbox.keep({ ...edit, op: "edit", refused });
  }

  retry(drawerId: string): void {
    const entry = this.outbox.discard(drawerId);
    const command = entry && retryCommand(entry);
    if (command !== undefined) this.submit(command);
  }

  /** Stores everything soon. */
  touch(): void {
    this.#writer.touch();
  }

  /** The page may be gone soon: another one may send at once. */
  async leave(): Promise<void> {
    await this.#writer.leave();
  }

  wake(): void {
    this.#writer.comeBack();
  }

  async stop(): Promise<void> {
    this.sender.stop();
    await this.#writer.stop();
  }

  #ask(command: OutboxCommand): void {
    if ("text" in command && command.text.length > SENDABLE_MAX) {
      this.outbox.keep(drawerEntryOf(command, "too-long"));
    } else {
      this.outbox.add(command);
      this.sender.pump();
    }
  }
}
