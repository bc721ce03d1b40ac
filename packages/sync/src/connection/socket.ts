import type { CloseCode } from "@hefboom/contract/messages";

/** A connection to one client, whatever carries it. */
export interface Socket {
  send(frame: Uint8Array): void;
  /** Says goodbye with `code`; nothing is received any more. */
  close(code: CloseCode): void;
  /** Bytes that wait to be sent. */
  readonly queuedBytes: number;
}
