import type { Actor } from "@hefboom/board";
import { newId } from "@hefboom/board";

import type { BoardSession } from "../board-session.ts";
import type { OutboxStore } from "../outbox/outbox-store.ts";
import type { OutboxState } from "../outbox/state/outbox-state.ts";
import type { FakeServer } from "./fake-server.ts";
import type { FakeSocket } from "./fake-socket.ts";
import type { MemoryStore } from "./memory-store.ts";
import { aSession } from "./session-builder.ts";

interface PageParts {
  readonly server: FakeServer;
  readonly actor: Actor;
  /** One for all pages of a person, as IndexedDB is. */
  readonly store: MemoryStore;
  /** How long storage takes to begin, and to tell that it is done; default: no time. */
  readonly storeMs?: number;
}

/** One tab of a person's browser: beside closing it can crash, and sleep with its storage and network. */
export class FakePage {
  readonly id = newId();
  readonly session: BoardSession;
  readonly #store: MemoryStore;
  readonly #storeMs: number;
  readonly #sockets = new Set<FakeSocket>();
  #life: "awake" | "asleep" | "crashed" = "awake";
  /** What waits for the page to wake up. */
  #waiting: (() => void)[] = [];

  constructor({ server, actor, store, storeMs = 0 }: PageParts) {
    this.#store = store;
    this.#storeMs = storeMs;
    const page = this;
    const Socket = server.socketOf(actor);
    class PageSocket extends Socket {
      constructor(url: string) {
        super(url);
        // What `socketOf` gives is a FakeSocket, behind the interface of a browser's.
        page.#opened(this as unknown as FakeSocket);
      }
    }
    this.session = aSession(server, {
      actor,
      pageId: this.id,
      store: this.#ownStore(),
      WebSocket: PageSocket,
      isVisible: () => this.isAwake,
    });
  }

  get isAwake(): boolean {
    return this.#life === "awake";
  }

  /** Gone without a word: nothing is written or sent any more. */
  crash(): void {
    this.#life = "crashed";
    for (const socket of this.#sockets) socket.vanish();
  }

  sleep(): void {
    if (this.#life === "awake") this.#life = "asleep";
  }

  wake(): void {
    if (this.#life !== "asleep") return;
    this.#life = "awake";
    for (const go of this.#waiting.splice(0)) go();
    this.session.wake();
  }

  #opened(socket: FakeSocket): void {
    if (this.#life === "crashed") socket.vanish();
    else this.#sockets.add(socket);
  }

  #ownStore(): OutboxStore {
    const store = this.#store;
    return {
      update: async (change: (stored: OutboxState | undefined) => OutboxState) => {
        await this.#storeTakesTime();
        await store.update(change);
        await this.#storeTakesTime();
      },
      onChange: (listener) => store.onChange(() => this.isAwake && listener()),
      goneCheck: () => store.goneCheck(),
    };
  }

  async #storeTakesTime(): Promise<void> {
    if (this.#storeMs > 0) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, this.#storeMs);
      });
    }
    if (this.isAwake) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
