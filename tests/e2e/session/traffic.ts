import type { Page } from "@playwright/test";

import type { Peer } from "../../support/people/peer.ts";

/** Everything somebody was sent, by socket and by HTTP, to search it for what they must not know. */
export class Traffic {
  readonly #parts: Buffer[] = [];
  readonly #coming = new Set<Promise<void>>();
  readonly #peers: Peer[] = [];

  static ofPage(page: Page): Traffic {
    const traffic = new Traffic();
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => traffic.#parts.push(Buffer.from(payload)));
    });
    page.on("response", (response) => {
      if (!new URL(response.url()).pathname.startsWith("/api/")) return;
      // A body is gone when its page has gone on: then nobody has read it either.
      traffic.add(response.body().catch(() => Buffer.of()));
    });
    return traffic;
  }

  /** Listens to one more socket. */
  follow(peer: Peer): void {
    this.#peers.push(peer);
  }

  add(body: Promise<Buffer>): void {
    const coming = body.then((bytes) => {
      this.#parts.push(bytes);
      this.#coming.delete(coming);
    });
    this.#coming.add(coming);
  }

  /** Number of messages so far, by where they come from: what comes later comes after this. */
  mark(): number[] {
    return this.#sources().map(({ length }) => length);
  }

  /** @returns those of `words` that were sent, since `mark` where there is one */
  async find(words: readonly string[], mark: readonly number[] = []): Promise<string[]> {
    await Promise.all(this.#coming);
    const heard = this.#sources().map((parts, index) => Buffer.concat(parts.slice(mark[index])));
    return words.filter((word) => heard.some((bytes) => has(bytes, word)));
  }

  #sources(): readonly (readonly Buffer[])[] {
    return [this.#parts, ...this.#peers.map(({ heard }) => heard)];
  }
}

const has = (bytes: Buffer, word: string) =>
  bytes.includes(word, 0, "utf8") || bytes.includes(word, 0, "utf16le");
