import type { CloseCode } from "@hefboom/contract/messages";

import type { Packet } from "./packet.ts";

/** A connection to one client, whatever carries it. Who holds it tells the connection when its queue is empty again. */
export interface Socket {
  /** Writes frames as they stand; nothing once the socket is closing. */
  write(packet: Packet): void;
  /** Says goodbye with `code`, and cuts the line soon after; nothing is received any more. */
  close(code: CloseCode): void;
  /** Bytes that wait to be sent. */
  readonly queuedBytes: number;
}
