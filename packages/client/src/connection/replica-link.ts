import { type Answer, messageType, PROTOCOL_VERSION } from "@hefboom/contract/messages";
import * as encoding from "lib0/encoding";
import { type Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { type Reached, readAnswers, readReached } from "./read-messages.ts";
import { SOCKET_OPEN, type SocketConstructor } from "./socket-port.ts";

export interface LinkTarget {
  readonly boardId: string;
  /** Without the board's id, for example `ws://host/sync`. */
  readonly socketUrl: string;
  readonly params: Readonly<Record<string, string>>;
  readonly WebSocket: SocketConstructor;
}
interface LinkEvents {
  /** The replica holds what the server had when we connected. */
  onSynced(): void;
  /** The server is alive: a message of any kind. */
  onMessage(): void;
  /** Something between what has arrived is missing, which no later message will bring. */
  onGap(): void;
  onAnswers(answers: Answer[]): void;
  /** @param code `undefined` when we closed it ourselves or nothing is known */
  onClosed(code: number | undefined): void;
}

/** The confirmed replica, a Y.Doc fed by the server alone, and the y-websocket provider that feeds it. */
export class ReplicaLink {
  readonly doc = new Y.Doc();
  readonly awareness: Awareness;
  readonly #provider: WebsocketProvider;
  readonly #events: LinkEvents;
  readonly #params: Readonly<Record<string, string>>;
  /** What the server said first, before its content has arrived. */
  #announced: Reached | undefined;
  #reached: Reached | undefined;

  constructor(target: LinkTarget, events: LinkEvents) {
    this.#params = target.params;
    this.#events = events;
    this.#provider = new WebsocketProvider(target.socketUrl, target.boardId, this.doc, {
      connect: false,
      disableBc: true,
      params: {},
      // The provider's type wants the constants of the browser's class, which it never reads.
      WebSocketPolyfill: target.WebSocket as never,
      shouldReconnect: () => false,
    });
    this.awareness = this.#provider.awareness;
    this.#sendOwnPresenceOnly();
    this.#provider.messageHandlers[messageType.commands] = (_encoder, decoder) =>
      events.onAnswers(readAnswers(decoder));
    this.#provider.messageHandlers[messageType.reached] = (_encoder, decoder) =>
      this.#note(readReached(decoder));
    this.#hearMessages(); // after the handlers: the server's heartbeat is one of ours
    this.#provider.on("sync", (isSynced) => {
      if (isSynced) this.#synced();
    });
    this.#provider.on("connection-close", (event) => {
      // Emitted before the provider plans its own next try, which must not run beside ours.
      this.#provider.shouldConnect = false;
      events.onClosed(event?.code);
    });
  }

  /** Epoch of the content, known once the server has said it. */
  get epoch(): number {
    return this.#reached?.epoch ?? this.#announced?.epoch ?? 0;
  }

  /** Whether the next connection asks for the difference only. */
  get hasContent(): boolean {
    return this.#reached !== undefined;
  }

  connect(): void {
    const params: Record<string, string> = { ...this.#params, v: String(PROTOCOL_VERSION) };
    if (this.#reached !== undefined)
      params["since"] = `${this.#reached.epoch}.${this.#reached.seq}`;
    this.#announced = undefined;
    this.#comeAnew();
    this.#provider.params = params;
    this.#provider.connect();
  }

  /** Closes the socket if there is one; `onClosed` is called then. */
  disconnect(): void {
    this.#provider.disconnect();
  }

  /** @returns false when there is no open socket */
  send(bytes: Uint8Array): boolean {
    const { ws } = this.#provider;
    if (ws === null || !this.#provider.wsconnected || ws.readyState !== SOCKET_OPEN) return false;
    ws.send(bytes);
    return true;
  }

  destroy(): void {
    this.#provider.destroy();
    this.doc.destroy();
  }

  #synced(): void {
    if (this.#hasGap()) {
      this.#events.onGap();
    } else {
      this.#reached = this.#announced ?? this.#reached;
      this.#events.onSynced();
    }
  }

  #note(reached: Reached): void {
    // The first one tells what is coming, the later ones what has come.
    if (!this.#provider.synced) this.#announced = reached;
    else if (this.#hasGap()) this.#events.onGap();
    else this.#reached = reached;
  }

  #hasGap(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }

  /**
   * The provider measures silence by the wall clock, and would hang up when a phone's clock is set: told that the last
   * message comes later than any time, it never does, and our owner measures instead.
   */
  #hearMessages(): void {
    const provider = this.#provider;
    provider.messageHandlers = provider.messageHandlers.map((handle) => (...message) => {
      provider.wsLastMessageReceived = Number.POSITIVE_INFINITY;
      this.#events.onMessage();
      handle(...message);
    });
  }

  /** Each connection is present under a number of its own: the server may not have noticed yet that the last one is gone. */
  #comeAnew(): void {
    this.awareness.setLocalState(null);
    const [clientId = this.doc.clientID] = crypto.getRandomValues(new Uint32Array(1));
    this.doc.clientID = clientId; // the provider asks the document for it; nothing is written there
    this.awareness.clientID = clientId;
    this.awareness.setLocalState(null); // the provider reads its clock
  }

  /**
   * The stock provider echoes everybody's presence back to the server, and forgets by the wall clock who is silent; ours
   * tells its own only, and the server says who left.
   */
  #sendOwnPresenceOnly(): void {
    const { awareness } = this;
    clearInterval(awareness._checkInterval);
    awareness.off("update", this.#provider._awarenessUpdateHandler);
    awareness.on("update", (_changes: unknown, origin: unknown) => {
      if (origin !== "local") return;
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, messageType.awareness);
      const update = encodeAwarenessUpdate(awareness, [awareness.clientID]);
      encoding.writeVarUint8Array(encoder, update);
      this.send(encoding.toUint8Array(encoder));
    });
  }
}
