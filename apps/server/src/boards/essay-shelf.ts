import type { EssayView } from "@hefboom/contract";
import { decodeEssay, type Essay, type EssayFormat, parseEssay } from "@hefboom/essay";

import type { AccessStore } from "../access/access-store.ts";
import type { BoardHub } from "./board-office.ts";

export interface EssayShelfDeps {
  store: Pick<AccessStore, "essay" | "putEssay">;
  hub: Pick<BoardHub, "room">;
}
interface LoadedEssay {
  source: Uint8Array;
  format: EssayFormat;
}

/** The essays of workshops, and their quotes on the boards. */
export class EssayShelf {
  readonly #deps: EssayShelfDeps;

  constructor(deps: EssayShelfDeps) {
    this.#deps = deps;
  }

  /** Keeps the essay; its quotes become cards in the tray. @throws {EssayError} */
  async put(boardId: string, { source, format }: LoadedEssay): Promise<Essay> {
    const essay = parseEssay(decodeEssay(source), format);
    await (await this.#deps.hub.room(boardId)).addEssayQuotes(essay.quotes);
    const view = JSON.stringify(viewOf(essay));
    await this.#deps.store.putEssay({ boardId, source, format, view });
    return essay;
  }

  async view(boardId: string): Promise<EssayView> {
    const essay = await this.#deps.store.essay(boardId);
    // Written by `put` alone.
    return essay === undefined ? { sections: [] } : (JSON.parse(essay.view) as EssayView);
  }

  /** The same essay for another board. */
  async copy(from: string, to: string): Promise<void> {
    const essay = await this.#deps.store.essay(from);
    if (essay !== undefined) await this.put(to, essay);
  }

  /** Puts those of its quotes into the tray again that were cleared away. */
  async layOut(boardId: string): Promise<void> {
    const essay = await this.#deps.store.essay(boardId);
    if (essay === undefined) return;
    const { quotes } = parseEssay(decodeEssay(essay.source), essay.format);
    await (await this.#deps.hub.room(boardId)).addEssayQuotes(quotes);
  }
}

function viewOf({ sections }: Essay): EssayView {
  return {
    sections: sections.map(({ id, title, passages }) => ({
      id,
      title,
      passages: passages.map((passage) => ({ id: passage.id, text: passage.text })),
    })),
  };
}
