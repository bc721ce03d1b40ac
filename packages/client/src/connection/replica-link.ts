import {
  type Answer,
  type Aside,
  encodeReached,
  messageType,
  PROTOCOL_VERSION,
} from "@hefboom/contract/messages";
import * as encoding from "lib0/encoding";
import { type Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import type { StoredReplica } from "../replica/replica-store.ts";
import { type Reached, readAnswers, readAside, readReached, readUpdate } from "./read-messages.ts";
import { SOCKET_OPEN, type SocketConstructor } from "./socket-port.ts";

export interface LinkTarget {
  readonly boardId: string;
  /** Without the board's id, for example `ws://host/sync`. */
  readonly socketUrl: string;
  readonly params: Readonly<Record<string, string>>;
  readonly WebSocket: SocketConstructor;
}
interface LinkEvents {
  /** The server has named the epoch that the content we came with is of: it may be shown. */
  onConfirmed(): void;
  /** The server sent this update, which is about to be in the replica. */
  onUpdate(update: Uint8Array): void;
  /** The replica holds everything up to this place in the log. */
  onReached(reached: Reached): void;
  /** The replica holds what the server had when we connected. */
  onSynced(): void;
  /** The server is alive: a message of any kind. */
  onMessage(): void;
  /** Something between what has arrived is missing, which no later message will bring. */
  onGap(): void;
  onAnswers(answers: Answer[]): void;
  onAside(aside: Aside): void;
  /** @param code `undefined` when we closed it ourselves or nothing is known */
  onClosed(code: number | undefined): void;
}

/** A phone takes some ms for this much. */
const SLICE_BYTES = 16_000;

/** Lets the page draw and answer fingers. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
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
    // It would encode each update that the server sent, to send none: nothing else writes in this document.
    this.doc.off("update", this.#provider._updateHandler);
    this.#sendOwnPresenceOnly();
    this.#provider.messageHandlers[messageType.commands] = (_encoder, decoder) =>
      events.onAnswers(readAnswers(decoder));
    this.#provider.messageHandlers[messageType.reached] = (_encoder, decoder) =>
      this.#note(readReached(decoder));
    this.#provider.messageHandlers[messageType.aside] = (_encoder, decoder) => {
      const aside = readAside(decoder);
      if (aside !== undefined) events.onAside(aside);
    };
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

  /** Takes content from elsewhere, in slices with a breath between them. @throws when it is no content of Yjs */
  async fill({ epoch, seq, chunks }: StoredReplica): Promise<void> {
    for (const { format, updates } of chunks) {
      const apply = format === "v2" ? Y.applyUpdateV2 : Y.applyUpdate;
      let sliceBytes = 0;
      for (const update of updates) {
        if (this.doc.isDestroyed) return;
        apply(this.doc, update);
        sliceBytes += update.byteLength;
        if (sliceBytes < SLICE_BYTES) continue;
        sliceBytes = 0;
        await breath();
      }
    }
    this.#reached = { epoch, seq };
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

  /** Asks the server for a sign of life, which it gives as a message 6 of its own. */
  askForLife(): void {
    const { epoch, seq } = this.#reached ?? { epoch: 0, seq: 0 };
    this.send(encodeReached(epoch, seq));
  }

  destroy(): void {
    this.#provider.destroy();
    this.doc.destroy();
  }

  #synced(): void {
    if (this.#hasGap()) {
      this.#events.onGap();
    } else {
      this.#advance(this.#announced ?? this.#reached);
      this.#events.onSynced();
    }
  }

  #note(reached: Reached): void {
    if (!this.#provider.synced) this.#announce(reached);
    else if (this.#hasGap()) this.#events.onGap();
    else this.#advance(reached);
  }

  /** The first one tells what is coming, the later ones what has come. */
  #announce(coming: Reached): void {
    this.#announced = coming;
    if (coming.epoch === this.#reached?.epoch) this.#events.onConfirmed();
  }

  #advance(reached: Reached | undefined): void {
    if (reached === undefined) return;
    this.#reached = reached;
    this.#events.onReached(reached);
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
      const [, decoder, , , type] = message;
      // Before it is handled: that may be the moment in which the replica has reached a place.
      const update = type === messageType.sync ? readUpdate(decoder) : undefined;
      if (update !== undefined) this.#events.onUpdate(update);
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
