import type { BoardSession } from "@hefboom/client";

import { type OwnClientOptions, openOwnClient } from "../../support/people/own-client.ts";

/** The projector's screen: when it first showed each card, and when it was connected. */
export class Wall implements AsyncDisposable {
  /** By card, Unix time in ms. */
  readonly shownAt = new Map<string, number>();
  readonly #onlineAt: number[] = [];
  readonly #session: BoardSession;
  #state = "";

  constructor(options: OwnClientOptions) {
    this.#session = openOwnClient(options);
    this.#session.subscribe(() => this.#look());
  }

  get isOnline(): boolean {
    return this.#session.view.connection.state === "online";
  }

  /** When the wall came online last before `at`. */
  onlineBefore(at: number): number {
    return this.#onlineAt.findLast((moment) => moment <= at) ?? 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session[Symbol.asyncDispose]();
  }

  #look(): void {
    const { cards, connection } = this.#session.view;
    const now = Date.now();
    if (connection.state === "online" && this.#state !== "online") this.#onlineAt.push(now);
    this.#state = connection.state;
    if (cards.size === this.shownAt.size) return;
    for (const cardId of cards.keys()) if (!this.shownAt.has(cardId)) this.shownAt.set(cardId, now);
  }
}
