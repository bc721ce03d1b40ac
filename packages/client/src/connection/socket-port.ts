/** What the provider and we use of a WebSocket: the browser's own fits, and so does a fake. */
export interface SocketLike {
  readonly readyState: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
}
export type SocketConstructor = new (url: string, protocols?: string | string[]) => SocketLike;

/** `readyState` of a socket that takes messages. */
export const SOCKET_OPEN = 1;
