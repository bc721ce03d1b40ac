import { type AuthorsMode, type NewBoard, newId, type Plan, type Template } from "@hefboom/board";
import type { KeyRole } from "@hefboom/contract";
import type { RoomHubApi } from "@hefboom/sync";

import { type AccessStore, type BoardRecord, JoinCodeTakenError } from "../access/access-store.ts";
import { hashOf, newSecret } from "../access/secret.ts";
import type { Eraser } from "../erasing/eraser.ts";
import { newJoinCode } from "../joining/join-code.ts";

/** The hub without its end, which is the composition root's. */
export type BoardHub = Pick<RoomHubApi, "room" | "create" | "closeSockets" | "drop">;
export interface BoardOfficeDeps {
  store: AccessStore;
  hub: BoardHub;
  eraser: Pick<Eraser, "finish">;
  now(): number;
}
export interface BoardPlan {
  title: string;
  locale: string;
  authors: AuthorsMode;
  template: Template;
  /** A standing board when absent. */
  plan?: Plan | undefined;
}
export interface MadeBoard {
  board: BoardRecord;
  facilitatorKey: string;
  viewerKey: string;
}

/** Codes are random; two boards hardly ever draw the same one twice in a row. */
const CODE_ATTEMPTS = 5;

/** Makes and erases boards, and gives out their keys. */
export class BoardOffice {
  readonly #deps: BoardOfficeDeps;

  constructor(deps: BoardOfficeDeps) {
    this.#deps = deps;
  }

  async make(plan: BoardPlan): Promise<MadeBoard> {
    const { store, hub, now } = this.#deps;
    const { title, locale, authors } = plan;
    const createdAt = now();
    const facilitatorKey = newSecret();
    const viewerKey = newSecret();
    const keys = [
      { role: "facilitator", hash: hashOf(facilitatorKey) },
      { role: "viewer", hash: hashOf(viewerKey) },
    ] as const;
    const board = await this.#addWithFreeCode(
      { id: newId(), title, locale, authors, createdAt },
      keys,
    );
    try {
      await hub.create(board.id, newBoardOf(plan, createdAt));
    } catch (error) {
      await store.eraseBoard(board.id); // a board without its first entry is none
      throw error;
    }
    return { board, facilitatorKey, viewerKey };
  }

  /** The board with all that was written on it; its people are sent away. */
  async erase(boardId: string): Promise<void> {
    await this.#deps.eraser.finish({ boardId, kind: "board", target: boardId });
  }

  /** A new key for a role; the old one dies, with the tokens and sockets that came from it. */
  async renewKey(boardId: string, role: KeyRole): Promise<string> {
    const { store, hub, now } = this.#deps;
    const key = newSecret();
    const dead = new Set(await store.renewKey(boardId, { role, hash: hashOf(key) }, now()));
    if (dead.size > 0) await hub.closeSockets(boardId, (personId) => dead.has(personId));
    return key;
  }

  /** Another join code; who has the old one does not come in with it any more. */
  renewCode(boardId: string): Promise<string> {
    return withFreeCode(async (code) => {
      await this.#deps.store.renewCode(boardId, code);
      return code;
    });
  }

  #addWithFreeCode(
    board: Omit<BoardRecord, "code">,
    keys: Parameters<AccessStore["addBoard"]>[1],
  ): Promise<BoardRecord> {
    return withFreeCode(async (code) => {
      await this.#deps.store.addBoard({ ...board, code }, keys);
      return { ...board, code };
    });
  }
}

/** @param use throws JoinCodeTakenError when another board has that code */
async function withFreeCode<T>(use: (code: string) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await use(newJoinCode());
    } catch (error) {
      if (!(error instanceof JoinCodeTakenError) || attempt === CODE_ATTEMPTS) throw error;
    }
  }
}

function newBoardOf({ title, plan, ...board }: BoardPlan, now: number): NewBoard {
  return { ...board, title: { [board.locale]: title }, now, ...(plan !== undefined && { plan }) };
}
