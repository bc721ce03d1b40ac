import { type CloseCode, decodeMessage, type Message } from "@hefboom/contract/messages";

import type { Socket } from "../connection/socket.ts";

/** A socket that keeps what it was sent. */
export class FakeSocket implements Socket {
  readonly received: Message[] = [];
  closedWith: CloseCode | undefined;
  queuedBytes = 0;
  /** Nobody reads at the other end: what is sent stays queued. */
  isStuck = false;

  send(frame: Uint8Array): void {
    if (this.isStuck) this.queuedBytes += frame.byteLength;
    this.received.push(decodeMessage(frame));
  }

  close(code: CloseCode): void {
    this.closedWith ??= code;
  }

  /** Updates in the order they came. */
  get updates(): Uint8Array[] {
    return this.received.flatMap((message) =>
      message.type === "sync-update" ? [message.update] : [],
    );
  }

  /** Answers to commands and edits in the order they came. */
  get answers(): unknown[] {
    return this.received.flatMap((message) =>
      message.type === "commands" && Array.isArray(message.json) ? message.json : [],
    );
  }
}
