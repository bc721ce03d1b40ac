import type { SocketLike } from "../connection/socket-port.ts";

/** What a fake socket talks to. */
export interface SocketPeer {
  /** A client asks to connect; the peer opens the socket, closes it, or lets it wait. */
  connecting(socket: FakeSocket): void;
  received(socket: FakeSocket, bytes: Uint8Array): void;
  left(socket: FakeSocket): void;
}

/** A WebSocket without a network: what the other side sends arrives in the next microtask, in order. */
export class FakeSocket implements SocketLike {
  readonly url: string;
  readonly #peer: SocketPeer;
  /** As browsers have it; the stock provider compares with it. */
  readonly OPEN = 1;
  readyState = 0;
  binaryType = "";
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: Uint8Array }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(peer: SocketPeer, url: string) {
    this.#peer = peer;
    this.url = url;
    queueMicrotask(() => peer.connecting(this));
  }

  get params(): ReadonlyMap<string, string> {
    const query = this.url.split("?")[1] ?? "";
    const pairs = query.split("&").filter((pair) => pair !== "");
    return new Map(
      pairs.map((pair) => {
        const [name = "", value = ""] = pair.split("=");
        return [name, decodeURIComponent(value)];
      }),
    );
  }

  send(data: Uint8Array): void {
    const bytes = data.slice();
    queueMicrotask(() => this.readyState === 1 && this.#peer.received(this, bytes));
  }

  /** The client closes. */
  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#peer.left(this);
  }

  /** Gone without a close event on either side: nothing goes in or out any more. */
  vanish(): void {
    this.readyState = 3;
    this.#peer.left(this);
  }

  /** The peer lets the client in. */
  open(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.onopen?.();
  }

  deliver(bytes: Uint8Array): void {
    const data = bytes.slice();
    queueMicrotask(() => this.readyState === 1 && this.onmessage?.({ data }));
  }

  /** The peer, or the network, closes; what was sent before still arrives. */
  closeFrom(code: number): void {
    queueMicrotask(() => {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.#peer.left(this);
      this.onclose?.({ code, reason: "" });
    });
  }
}
