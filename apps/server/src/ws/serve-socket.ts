import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { closeCode } from "@hefboom/contract/messages";
import { type Connection, LogError, type RateLimits, type Socket } from "@hefboom/sync";
import type { WebSocket } from "ws";

import type { Credential } from "../access/credentials.ts";
import type { Knock } from "./knock.ts";
import type { SocketDeps } from "./socket-deps.ts";

/** Frames kept while the room opens; a client that sends more before it was greeted is no client. */
const WAITING_MAX = 64;

/** An upgraded connection: the WebSocket, and the stream that carries it. */
export interface Line {
  readonly socket: WebSocket;
  readonly stream: Duplex;
}

/** Who asked for the socket, for what, and how much they may say on it. */
export interface Caller {
  readonly request: IncomingMessage;
  readonly knock: Knock;
  /** One object for all sockets. */
  readonly rates: RateLimits;
}

/** Brings one upgraded socket into its room, or says why not. Never rejects. */
export async function serveSocket(
  line: Line,
  { request, knock, rates }: Caller,
  deps: SocketDeps,
): Promise<void> {
  const { socket } = line;
  const inbox = new Inbox(line);
  // ws has closed the socket when it tells an error (1002, 1007, 1009); there is nothing left to do.
  socket.on("error", (err) => deps.log.debug({ err }, "socket error"));
  try {
    if (knock.mode === "old") {
      socket.close(closeCode.oldClient);
      return;
    }
    const credential = await credentialOf(request, knock, deps);
    if (credential === undefined) {
      socket.close(closeCode.noAccess);
      return;
    }
    const { actor, name, hue } = credential;
    const person = { personId: actor.personId, hue, isWatcher: actor.role === "viewer" };
    const connection = await deps.hub.connect(knock.boardId, {
      socket: new StreamSocket(line),
      actor,
      person: name === undefined ? person : { ...person, name },
      mode: knock.mode,
      limits: rates,
    });
    inbox.deliverTo(connection);
  } catch (error) {
    const code = codeOf(error);
    if (!(error instanceof LogError)) deps.log.error({ err: error }, "socket could not be served");
    if (code === closeCode.damaged) deps.damage.note(knock.boardId, error);
    socket.close(code);
  }
}

/** A cookie is sent by any page that opens a socket, so without an Origin it proves nothing. */
async function credentialOf(
  request: IncomingMessage,
  { boardId }: Knock,
  { credentials }: SocketDeps,
): Promise<Credential | undefined> {
  const { headers, url } = request;
  const credential = await credentials.onBoard({ headers, url, boardId });
  const isBlind = credential?.carrier === "cookie" && headers.origin === undefined;
  return isBlind ? undefined : credential;
}

function codeOf(error: unknown): number {
  if (!(error instanceof LogError)) return closeCode.restart;
  if (error.code === "LOG_MISSING") return closeCode.noAccess;
  return error.code === "LOG_DAMAGED" ? closeCode.damaged : closeCode.cannotSave;
}

/**
 * Frames of ours go past ws, straight to the stream: one buffer is written to all. ws writes at once too (it compresses
 * nothing), so that its own pings and closes keep their place among them.
 */
class StreamSocket implements Socket {
  readonly #line: Line;

  constructor(line: Line) {
    this.#line = line;
  }

  write(packet: Uint8Array): void {
    const { socket, stream } = this.#line;
    if (socket.readyState === socket.OPEN) stream.write(packet);
  }

  close(code: number): void {
    this.#line.socket.close(code);
  }

  get queuedBytes(): number {
    return this.#line.stream.writableLength;
  }
}

/** Keeps what a client says before its room is open, and passes it on in order. */
class Inbox {
  readonly #socket: WebSocket;
  #waiting: Uint8Array[] = [];
  #connection: Connection | undefined;

  constructor({ socket, stream }: Line) {
    this.#socket = socket;
    stream.on("drain", () => this.#connection?.drained());
    socket.on("message", (data, isBinary) => this.#take(data, isBinary));
    socket.on("close", () => this.#connection?.closed());
  }

  deliverTo(connection: Connection): void {
    this.#connection = connection;
    for (const bytes of this.#waiting.splice(0)) connection.receive(bytes);
    if (this.#socket.readyState !== this.#socket.OPEN) connection.closed();
  }

  #take(data: unknown, isBinary: boolean): void {
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.#socket.close(closeCode.textFrame);
      return;
    }
    if (this.#connection !== undefined) this.#connection.receive(data);
    else if (this.#waiting.length < WAITING_MAX) this.#waiting.push(data);
    else this.#socket.close(closeCode.tooFast);
  }
}
