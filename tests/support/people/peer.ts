import type { Command } from "@hefboom/board";
import {
  type Answer,
  type Aside,
  decodeMessage,
  encodeCommands,
  encodePresence,
  encodeSync,
  encodeTextEdit,
  type PresenceEntry,
} from "@hefboom/contract/messages";
import { WebSocket } from "ws";
import * as Y from "yjs";

import type { TestServer } from "../test-server.ts";
import { until } from "../until.ts";

export interface PeerOptions {
  /** "own": speaks as our client does; default: as a stock client. */
  mode?: "own" | "stock";
  /** Query of the address besides the token, for example `since=1.5`. */
  query?: string;
  /** Keeps every message in `heard`, to search it. */
  keepsBytes?: boolean;
}

/**
 * One socket and what it has heard, with nothing in between: no provider that answers, retries or mends. What it knows
 * of the board is in `doc`, fed by the server alone.
 */
export class Peer implements Disposable {
  readonly doc = new Y.Doc();
  /** Answers of commands and text edits, by their id. */
  readonly answers = new Map<string, Answer>();
  /** Newest presence state by clientID. */
  readonly presence = new Map<number, PresenceEntry["state"]>();
  /** What was told beside the document, to our own kind of client. */
  readonly asides: Aside[] = [];
  /** All messages as they came, for a peer that keeps them. */
  readonly heard: Buffer[] = [];
  /** Bytes of all messages heard. */
  heardBytes = 0;
  /** Updates of others that came after the first content. */
  heardUpdates = 0;
  closeCode: number | undefined;
  readonly #socket: WebSocket;
  readonly #mode: "own" | "stock";
  readonly #keepsBytes: boolean;
  #hasContent = false;

  constructor(server: TestServer, boardId: string, token: string, options: PeerOptions = {}) {
    this.#mode = options.mode ?? "stock";
    this.#keepsBytes = options.keepsBytes === true;
    const version = this.#mode === "own" ? "&v=1" : "";
    const extra = options.query === undefined ? "" : `&${options.query}`;
    const base = server.origin.replace("http", "ws");
    this.#socket = new WebSocket(`${base}/sync/${boardId}?token=${token}${version}${extra}`);
    this.#socket.binaryType = "nodebuffer";
    this.#socket.on("open", () => {
      if (this.#mode === "stock") this.send(encodeSync("step1", Y.encodeStateVector(this.doc)));
    });
    this.#socket.on("message", (data: Buffer) => this.#hear(data));
    this.#socket.on("close", (code) => {
      this.closeCode = code;
    });
    this.#socket.on("error", () => undefined); // told by the close that follows
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  send(bytes: Uint8Array): void {
    if (this.isOpen) this.#socket.send(bytes);
  }

  sendCommands(commands: readonly Command[]): void {
    this.send(encodeCommands(commands));
  }

  /** An update (v1) as this kind of client sends it. @param id of the answer that an own client gets */
  sendUpdate(update: Uint8Array, id = ""): void {
    this.send(this.#mode === "own" ? encodeTextEdit(id, update) : encodeSync("update", update));
  }

  sendPresence(entries: readonly PresenceEntry[]): void {
    this.send(encodePresence(entries));
  }

  /** Resolves when the board's content has arrived. */
  async synced(): Promise<void> {
    await until(() => this.#hasContent || this.closeCode !== undefined, "content");
    if (!this.#hasContent) throw new Error(`closed ${this.closeCode} before there was content`);
  }

  /** @returns the code that the server closes with */
  async closed(withinMs = 5_000): Promise<number> {
    await until(() => this.closeCode !== undefined, "a close", withinMs);
    return this.closeCode ?? 0;
  }

  async answered(id: string, withinMs = 5_000): Promise<Answer | undefined> {
    await until(() => this.answers.has(id), `an answer to ${id}`, withinMs);
    return this.answers.get(id);
  }

  /** Reads nothing any more, and so answers nothing, as a phone does that went to sleep. */
  freeze(): void {
    this.#socket.pause();
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
    this.doc.destroy();
  }

  #hear(data: Buffer): void {
    this.heardBytes += data.byteLength;
    if (this.#keepsBytes) this.heard.push(data);
    const message = decodeMessage(new Uint8Array(data));
    if (message.type === "sync-update") this.#hearUpdate(message.update);
    else if (message.type === "commands") this.#hearAnswers(message.json);
    else if (message.type === "aside")
      this.asides.push(message.json as Aside); // the server's own
    else if (message.type === "presence") {
      for (const { clientId, state } of message.entries) this.presence.set(clientId, state);
    }
  }

  #hearUpdate(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
    if (this.#hasContent) this.heardUpdates += 1;
    this.#hasContent = true;
  }

  #hearAnswers(json: unknown): void {
    // The server's own message; a test that relies on more than ids checks it.
    for (const answer of json as Answer[]) this.answers.set(answer.id, answer);
  }
}
