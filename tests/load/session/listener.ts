import type { Command } from "@hefboom/board";
import {
  type Answer,
  type Aside,
  decodeMessage,
  encodeCommands,
  encodeReached,
} from "@hefboom/contract/messages";
import { WebSocket } from "ws";

/**
 * A phone of the hall as the server sees it: one socket of our own client, with no document behind it, so that hundreds
 * fit into one process. Keeps when the board last changed, its answers, and every byte it was sent.
 */
export class Listener implements Disposable {
  readonly answers = new Map<string, Answer>();
  readonly asides: Aside[] = [];
  /** When the last update came, by the clock of this process. */
  updatedAt = 0;
  /** Everything heard of the board by others: updates, not asides. */
  readonly heard: Buffer[] = [];
  readonly personId: string;
  readonly #socket: WebSocket;

  constructor(
    { origin, boardId }: { origin: string; boardId: string },
    { participantId, token }: { participantId: string; token: string },
  ) {
    this.personId = participantId;
    const base = origin.replace("http", "ws");
    this.#socket = new WebSocket(`${base}/sync/${boardId}?token=${token}&v=1`);
    this.#socket.binaryType = "nodebuffer";
    // Who says nothing within ten seconds of coming in is no client.
    this.#socket.on("open", () => this.#socket.send(encodeReached(0, 0)));
    this.#socket.on("message", (data: Buffer) => this.#hear(data));
    this.#socket.on("error", () => undefined); // told by the close that follows
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN && this.asides.length > 0;
  }

  send(commands: readonly Command[]): void {
    this.#socket.send(encodeCommands(commands));
  }

  /** Codes of what was refused, by the command's id. */
  get refused(): Map<string, string> {
    const refused = [...this.answers.values()].flatMap((answer) =>
      "refused" in answer ? [[answer.id, answer.refused] as const] : [],
    );
    return new Map(refused);
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }

  #hear(data: Buffer): void {
    const message = decodeMessage(new Uint8Array(data));
    if (message.type === "sync-update") {
      this.updatedAt = performance.now();
      this.heard.push(data);
    } else if (message.type === "aside") {
      this.asides.push(message.json as Aside); // the server's own
    } else if (message.type === "commands") {
      for (const answer of message.json as Answer[]) this.answers.set(answer.id, answer);
    }
  }
}
