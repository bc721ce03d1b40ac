import { encodeTextEdit } from "@hefboom/contract/messages";

import { RetryTimer } from "../connection/retry-timer.ts";
import { type EditQueue, updateOf } from "./edit-queue.ts";

/** Letters typed within this time travel together. */
const GATHER_MS = 30;

interface SenderPorts {
  send(bytes: Uint8Array): boolean;
  random: () => number;
}

/**
 * Sends edits one at a time: the next leaves when the one before is answered, and what is typed meanwhile travels in it.
 * So a refusal never leaves a gap in the clocks of edits that were already under way.
 */
export class EditSender {
  readonly #queue: EditQueue;
  readonly #ports: SenderPorts;
  readonly #retry: RetryTimer;
  #underwayId: string | undefined;
  #isReady = false;
  #gathering: unknown;

  constructor(queue: EditQueue, ports: SenderPorts) {
    this.#queue = queue;
    this.#ports = ports;
    this.#retry = new RetryTimer(ports.random, () => this.#pump());
  }

  ready(): void {
    this.#underwayId = undefined;
    this.#retry.stop();
    this.#isReady = true;
    this.#pump();
  }

  lost(): void {
    this.#isReady = false;
    this.#underwayId = undefined;
  }

  /** Something was typed: it leaves soon. */
  typed(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#pump();
    }, GATHER_MS);
  }

  /** Sends what is gathered without waiting for more. */
  hurry(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#pump();
  }

  /** The edit under way was saved, or refused for good. */
  settled(): void {
    this.#underwayId = undefined;
    this.#retry.succeeded();
    this.typed();
  }

  /** The server could not store it now: the same again after a pause. */
  postponed(): void {
    this.#underwayId = undefined;
    this.#retry.pause();
  }

  stop(): void {
    this.lost();
    clearTimeout(this.#gathering);
    this.#retry.stop();
  }

  #pump(): void {
    const edit = this.#queue.first;
    if (edit === undefined || !this.#isReady || this.#underwayId !== undefined) return;
    if (this.#retry.isPaused) return;
    const update = updateOf(edit);
    if (!this.#ports.send(encodeTextEdit(edit.id, update))) return;
    edit.isAttempted = true;
    this.#underwayId = edit.id;
  }
}
