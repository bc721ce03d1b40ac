import { type FinalRefusal, isPassing, newId, textsOf } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";
import type * as Y from "yjs";

import type { StoredEdit } from "../outbox/state/outbox-state.ts";
import { EditQueue, type PendingEdit } from "./edit-queue.ts";
import { EditSender } from "./edit-sender.ts";
import { WorkingTexts } from "./working-texts.ts";

/** A board of thousands of cards takes a moment to copy; it is done when the editor is on the screen. */
const WARM_AFTER_MS = 100;

interface TypedPorts {
  send(bytes: Uint8Array): boolean;
  random: () => number;
  /** Epoch of the replica. */
  epoch(): number;
  /** The text of this card, or whether it is saved, has changed. */
  onText(cardId: string): void;
  /** Edits came or went; to be stored. */
  onChange(): void;
  /** Words that will not be saved, whole as this person had them. */
  onRefused(edit: RefusedEdit, refused: FinalRefusal): void;
}

interface RefusedEdit {
  readonly id: string;
  readonly cardId: string;
  /** The card's whole text with this edit. */
  readonly text: string;
}

/** Texts typed together, letter by letter: what this person sees is the replica with their own unsaved letters in it. */
export class TypedTexts {
  readonly #ports: TypedPorts;
  readonly #queue = new EditQueue();
  readonly #sender: EditSender;
  #confirmed: Y.Doc;
  #working: WorkingTexts | undefined;
  /** Under which the next working document may go on, because all that was written under it is saved. */
  #cleanClientId: number | undefined;
  /** Edits that were made on another document wait for the replica's content. */
  #isUnsettled = false;
  #openEditors = 0;
  #warming: unknown;

  constructor(confirmed: Y.Doc, ports: TypedPorts) {
    this.#confirmed = confirmed;
    this.#ports = ports;
    this.#sender = new EditSender(this.#queue, ports);
  }

  get pendingCount(): number {
    return this.#queue.edits.length;
  }

  stored(): Omit<StoredEdit, "page">[] {
    return this.#queue.stored();
  }

  isPending(cardId: string): boolean {
    return this.#queue.has(cardId);
  }

  /** The text with the letters typed here; `undefined` where nothing is pending or the text is gone. */
  textOf(cardId: string): string | undefined {
    if (!this.#queue.has(cardId)) return undefined;
    return this.#working?.textOf(cardId) ?? this.#queue.texts().get(cardId);
  }

  /** Edits of a page that is gone, perhaps an earlier life of this one; they are laid over the replica when its content is there. */
  restore(edits: readonly StoredEdit[]): void {
    if (edits.length === 0) return;
    this.#queue.restore(edits);
    this.#isUnsettled = true;
    for (const { cardId } of edits) this.#ports.onText(cardId);
  }

  /** The replica was replaced by an empty one. */
  replaceReplica(confirmed: Y.Doc): void {
    this.#sender.lost();
    this.#dropWorking();
    this.#cleanClientId = undefined;
    this.#confirmed = confirmed;
    this.#isUnsettled = this.#queue.edits.length > 0;
  }

  /** The replica has its content and messages may be sent. */
  ready(): void {
    if (this.#isUnsettled) this.#settle();
    this.#sender.ready();
  }

  lost(): void {
    this.#sender.lost();
  }

  type(cardId: string, next: string): void {
    this.#open().type(cardId, next);
  }

  /**
   * An editor was opened.
   * @param mayType whether letters will travel; the working document is then made before the first one is typed
   */
  begin(mayType: boolean): void {
    this.#openEditors += 1;
    if (mayType) this.#warming ??= setTimeout(() => this.#open(), WARM_AFTER_MS);
  }

  /** An editor was closed: sends at once what is left. */
  finish(): void {
    this.#openEditors -= 1;
    if (this.#openEditors === 0) this.#stopWarming();
    this.#sender.hurry();
    this.#dropIdleWorking();
  }

  /** @returns false when the answer is to something else */
  answered(answer: Answer): boolean {
    const first = this.#queue.first;
    if (first === undefined || first.id !== answer.id) return false;
    if (!("refused" in answer)) this.#saved(first.cardId);
    else if (isPassing(answer.refused)) this.#sender.postponed();
    else this.#refused(first, answer.refused);
    this.#dropIdleWorking();
    return true;
  }

  stop(): void {
    this.#sender.stop();
    this.#stopWarming();
    this.#working?.destroy();
    this.#working = undefined;
  }

  #open(): WorkingTexts {
    const events = {
      onTyped: (cardId: string, update: Uint8Array) => this.#typed(cardId, update),
      onRemote: (cardId: string) => this.#ports.onText(cardId),
      onRenewed: (cardId: string) => this.#typeAnew(cardId),
    };
    this.#working ??= new WorkingTexts(this.#confirmed, events, this.#cleanClientId);
    return this.#working;
  }

  #typed(cardId: string, update: Uint8Array): void {
    const text = this.#working?.textOf(cardId) ?? "";
    this.#queue.add({ cardId, update, text, epoch: this.#ports.epoch() });
    this.#sender.typed();
    this.#changed(cardId);
  }

  #saved(cardId: string): void {
    this.#queue.removeFirst();
    this.#sender.settled();
    this.#changed(cardId);
  }

  #refused({ id, cardId }: PendingEdit, code: FinalRefusal): void {
    const text = this.textOf(cardId) ?? "";
    const others = this.#textsOfOthers(cardId);
    this.#queue.clear();
    this.#dropWorking();
    this.#cleanClientId = undefined;
    this.#ports.onRefused({ id, cardId, text }, code);
    this.#sender.settled();
    this.#typeAgain(others);
    this.#changed(cardId);
  }

  /** What is under way for this card lands in a text that is no more; its words are typed into the new one. */
  #typeAnew(cardId: string): void {
    const text = this.#queue.texts().get(cardId);
    if (text !== undefined) this.type(cardId, text);
  }

  #textsOfOthers(cardId: string): Map<string, string> {
    const texts = new Map<string, string>();
    for (const id of this.#queue.texts().keys()) {
      if (id !== cardId) texts.set(id, this.textOf(id) ?? "");
    }
    return texts;
  }

  /** Lays edits of an earlier document over the replica; where they do not fit, their words are typed again. */
  #settle(): void {
    this.#isUnsettled = false;
    const doFit = this.#queue.edits.every(
      (edit) =>
        edit.epoch === this.#ports.epoch() && edit.parts.every((part) => this.#open().apply(part)),
    );
    const texts = this.#queue.texts();
    if (!doFit) {
      this.#queue.clear();
      this.#dropWorking();
      this.#typeAgain(texts);
    }
    for (const cardId of texts.keys()) this.#changed(cardId);
  }

  #typeAgain(texts: ReadonlyMap<string, string>): void {
    for (const [cardId, text] of texts) {
      if (textsOf(this.#confirmed).has(cardId)) this.type(cardId, text);
      else this.#ports.onRefused({ id: newId(), cardId, text }, "not-found");
      this.#changed(cardId);
    }
  }

  #changed(cardId: string): void {
    this.#ports.onText(cardId);
    this.#ports.onChange();
  }

  /** A board is held twice only while somebody types. */
  #dropIdleWorking(): void {
    if (this.#working === undefined || this.#queue.edits.length > 0) return;
    if (this.#openEditors > 0) return;
    this.#cleanClientId = this.#working.clientId;
    this.#dropWorking();
  }

  #stopWarming(): void {
    clearTimeout(this.#warming);
    this.#warming = undefined;
  }

  #dropWorking(): void {
    this.#working?.destroy();
    this.#working = undefined;
  }
}
