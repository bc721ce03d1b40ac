import { newId, textsOf } from "@hefboom/board";
import type * as Y from "yjs";

import { aNote } from "../api.ts";
import type { TestServer } from "../test-server.ts";
import { Peer } from "./peer.ts";

/** So many changes go to one card before the next one is made. */
const CHANGES_OF_A_CARD = 5;

/** Writes numbers into cards of its own, each higher than the last, and remembers which were told to be saved. */
export class CountingWriter implements Disposable {
  readonly peer: Peer;
  readonly #sent = new Map<string, { cardId: string; number: number }>();
  #cardId = "";
  #number = 0;

  constructor(server: TestServer, boardId: string, token: string) {
    this.peer = new Peer(server, boardId, token, { mode: "own" });
  }

  /** Sends one change: a new card, or a higher number into the last one. @returns the command's id */
  write(): string {
    const isNew = this.#number % CHANGES_OF_A_CARD === 0;
    this.#number += 1;
    const text = String(this.#number);
    const create = aNote(text);
    if (isNew) this.#cardId = create.cardId;
    const cardId = this.#cardId;
    const command = isNew ? create : ({ op: "rewrite", id: newId(), cardId, text } as const);
    this.#sent.set(command.id, { cardId, number: this.#number });
    this.peer.sendCommands([command]);
    return command.id;
  }

  /** The highest number of each card that was told to be saved. */
  saved(): Map<string, number> {
    const saved = new Map<string, number>();
    for (const answer of this.peer.answers.values()) {
      const sent = this.#sent.get(answer.id);
      if (sent === undefined || !("saved" in answer)) continue;
      saved.set(sent.cardId, Math.max(saved.get(sent.cardId) ?? 0, sent.number));
    }
    return saved;
  }

  /** Refusals that were told, by command. */
  refused(): string[] {
    return [...this.peer.answers.values()].flatMap((answer) =>
      "refused" in answer ? [answer.refused] : [],
    );
  }

  [Symbol.dispose](): void {
    this.peer[Symbol.dispose]();
  }
}

/** Cards of which `board` holds less than what was told to be saved. */
export function lostIn(board: Y.Doc, saved: ReadonlyMap<string, number>): string[] {
  const texts = textsOf(board);
  return [...saved].flatMap(([cardId, number]) => {
    const stored = Number(texts.get(cardId)?.toString() ?? 0);
    return stored >= number ? [] : [`${cardId}: ${stored} instead of ${number}`];
  });
}
