import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import type { TestServer } from "../test-server.ts";

/** A client that knows nothing of Hefboom: Yjs and y-websocket as they come. */
export class StockClient implements Disposable {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** Close codes in the order they came. */
  readonly closes: number[] = [];

  constructor(server: TestServer, boardId: string, token: string) {
    const url = `${server.origin.replace("http", "ws")}/sync`;
    this.provider = new WebsocketProvider(url, boardId, this.doc, {
      params: { token },
      disableBc: true,
      // ws follows the browser's interface as far as the provider uses it.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    });
    this.provider.on("connection-close", (event) => {
      if (event !== null) this.closes.push(event.code);
    });
  }

  async synced(): Promise<void> {
    if (this.provider.synced) return;
    await new Promise<void>((resolve) => {
      this.provider.on("sync", (isSynced) => {
        if (isSynced) resolve();
      });
    });
  }

  [Symbol.dispose](): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
