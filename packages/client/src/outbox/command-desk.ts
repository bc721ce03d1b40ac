import { type Command, newId } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";

import type { NewCard, OutboxStore, StoredEdit, StoredOutbox } from "../board-session-api.ts";
import { CommandSender } from "./command-sender.ts";
import { Drawer } from "./drawer.ts";
import { Outbox } from "./outbox.ts";
import { OutboxWriter } from "./outbox-writer.ts";
import { loadStored } from "./read-stored.ts";
import { retryCommand } from "./retry-command.ts";
import { SENDABLE_MAX } from "./sendable.ts";
import { settleAnswer } from "./settle-answer.ts";

interface DeskPorts {
  readonly store: OutboxStore;
  send(bytes: Uint8Array): boolean;
  random: () => number;
  /** Something is, or is no longer, pending for this card. */
  onCard(cardId: string): void;
  onDrawer(): void;
  /** Edits to be stored beside the commands. */
  edits(): StoredEdit[];
}

/** What this person asked for: on its way, refused, and stored so that a reload loses nothing of it. */
export class CommandDesk {
  readonly #ports: DeskPorts;
  readonly #writer: OutboxWriter;
  readonly outbox: Outbox;
  readonly drawer: Drawer;
  readonly sender: CommandSender;
  readonly ownCardIds = new Set<string>();
  readonly #removedHere = new Set<string>();
  /** Before what was stored is here, nothing may be stored over it. */
  #isRestored = false;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.outbox = new Outbox((cardId) => {
      this.touch();
      ports.onCard(cardId);
    });
    this.drawer = new Drawer(() => {
      this.touch();
      ports.onDrawer();
    });
    const { send, random } = ports;
    this.sender = new CommandSender(this.outbox, { send, random, onAttempted: () => this.touch() });
    this.#writer = new OutboxWriter(ports.store, () => this.#stored());
  }

  /** Brings back what an earlier life of this page left. @returns its edits */
  async restore(): Promise<readonly StoredEdit[]> {
    const stored = await loadStored(this.#ports.store);
    for (const cardId of stored.ownCardIds) this.ownCardIds.add(cardId);
    this.outbox.restore(stored.pending, new Set(stored.attempted));
    this.drawer.restore(stored.drawer);
    for (const cardId of stored.ownCardIds) this.#ports.onCard(cardId);
    return stored.edits;
  }

  /** From now on each change is stored. */
  restored(): void {
    this.#isRestored = true;
    this.touch();
  }

  create(card: NewCard): string {
    const cardId = newId();
    this.submit({ ...card, op: "create", id: newId(), cardId });
    return cardId;
  }

  submit(command: Command): void {
    if (command.op === "create") this.ownCardIds.add(command.cardId);
    if (command.op === "delete") this.#removedHere.add(command.cardId);
    if ("text" in command && command.text.length > SENDABLE_MAX) {
      this.drawer.addCommand(command, "too-long");
    } else {
      this.outbox.add(command);
      this.sender.pump();
    }
  }

  answered(answer: Answer): void {
    settleAnswer(this, answer);
  }

  /** Words typed in a card's text that will not be saved; a card this person deleted takes its words along. */
  editRefused(...[cardId, text, refused]: Parameters<Drawer["addEdit"]>): void {
    const isWanted = text.trim() !== "" && !this.#removedHere.has(cardId);
    if (isWanted) this.drawer.addEdit(cardId, text, refused);
  }

  retry(drawerId: string): void {
    const entry = this.drawer.remove(drawerId);
    const command = entry && retryCommand(entry);
    if (command !== undefined) this.submit(command);
  }

  /** Stores everything soon. */
  touch(): void {
    if (this.#isRestored) this.#writer.touch();
  }

  async stop(): Promise<void> {
    this.sender.stop();
    await this.#writer.flushed();
  }

  #stored(): StoredOutbox {
    const { entries } = this.outbox;
    return {
      pending: entries.map(({ command }) => command),
      attempted: entries.filter((entry) => entry.isAttempted).map(({ command }) => command.id),
      drawer: this.drawer.entries,
      ownCardIds: [...this.ownCardIds],
      edits: this.#ports.edits(),
    };
  }
}
