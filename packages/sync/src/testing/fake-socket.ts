import {
  type Aside,
  type CloseCode,
  decodeMessage,
  type Message,
} from "@hefboom/contract/messages";

import type { Packet } from "../audience/packet.ts";
import type { Socket } from "../audience/socket.ts";
import { readPacket } from "./read-packet.ts";

/** A socket that keeps what it was sent. */
export class FakeSocket implements Socket {
  /** Each write with the messages in it. */
  readonly writes: Message[][] = [];
  readonly packets: Packet[] = [];
  /** What was told beside the document; writes of nothing else are not among the others. */
  readonly asides: Aside[] = [];
  closedWith: CloseCode | undefined;
  queuedBytes = 0;
  /** Nobody reads at the other end: what is sent stays queued. */
  isStuck = false;

  write(packet: Packet): void {
    if (this.isStuck) this.queuedBytes += packet.byteLength;
    const messages = readPacket(packet).map(decodeMessage);
    const others = messages.filter((message) => message.type !== "aside");
    for (const message of messages) {
      if (message.type === "aside") this.asides.push(message.json as Aside); // a room wrote it
    }
    if (others.length === 0) return;
    this.packets.push(packet);
    this.writes.push(others);
  }

  close(code: CloseCode): void {
    this.closedWith ??= code;
  }

  get received(): Message[] {
    return this.writes.flat();
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
