import { BoardSession, type OutboxStore } from "@hefboom/client";
import { MemoryReplicaStore, MemoryStore } from "@hefboom/client/testing";
import type { Joined } from "@hefboom/contract";
import { WebSocket } from "ws";

import { fetchState } from "../../support/people/fetch-state.ts";
import { asBrowserSocket } from "../../support/people/own-client.ts";
import type { TestServer } from "../../support/test-server.ts";

/** Nobody listens there. */
const NOWHERE = "ws://127.0.0.1:1/";

/** A tab, which can lose its network and crash. */
export interface Page {
  readonly session: BoardSession;
  /** Breaks the connection without a word, as a network does. */
  cut(): void;
  /** Ends without another byte sent or stored. */
  crash(): Promise<void>;
}

/** One person's browser: pages that share what is stored on the device. */
export class Browser {
  readonly store = new MemoryStore();
  readonly #replicaStore = new MemoryReplicaStore();
  readonly #server: TestServer;
  readonly #joined: Joined;

  constructor(server: TestServer, joined: Joined) {
    this.#server = server;
    this.#joined = joined;
  }

  open(): Page {
    const { boardId, participantId: personId, token, role } = this.#joined;
    const sockets = new Set<WebSocket>();
    let isCrashed = false;
    class PageSocket extends WebSocket {
      constructor(url: string) {
        super(isCrashed ? NOWHERE : url);
        sockets.add(this);
        this.on("close", () => sockets.delete(this));
      }
    }
    const cut = () => {
      for (const socket of sockets) socket.terminate();
    };
    const session = new BoardSession({
      boardId,
      socketUrl: `${this.#server.origin.replace("http", "ws")}/sync`,
      params: { token, tick: "coarse" },
      me: { personId, role },
      store: this.#storeWhile(() => !isCrashed),
      replicaStore: this.#replicaStore,
      fetchState: () => fetchState({ origin: this.#server.origin, boardId, token }),
      WebSocket: asBrowserSocket(PageSocket),
    });
    const crash = async () => {
      isCrashed = true;
      cut();
      await session[Symbol.asyncDispose]();
    };
    return { session, cut, crash };
  }

  #storeWhile(isAlive: () => boolean): OutboxStore {
    return {
      update: async (change) => {
        if (!isAlive()) throw new Error("the page is gone");
        await this.store.update(change);
      },
      onChange: (listener) => this.store.onChange(() => isAlive() && listener()),
    };
  }
}
