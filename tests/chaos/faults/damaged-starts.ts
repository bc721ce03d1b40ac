import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";

import { expect } from "vitest";

import { aNote, call, join, send } from "../../support/api.ts";
import { contentOf, readBoard } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import { Damage } from "../../support/process/damage.ts";
import type { TestServer } from "../../support/test-server.ts";

const CARDS = 60;

/** What became of a start after the damage. */
export type Outcome =
  | { start: "refused"; code: number | null; printed: string }
  /** It serves; how the first board, which was damaged if any was, answers, and whether the second is as it was. */
  | {
      start: "serves";
      first: number | "as it was" | "changed";
      second: number | "as it was" | "changed";
    };

/** A board is as it was, or it is refused by name; nothing else may ever be in its place. */
export function expectHonest(outcome: Outcome): void {
  if (outcome.start === "refused") expect(outcome.code).toBe(3);
  else
    for (const board of [outcome.first, outcome.second])
      expect([4500, "as it was"]).toContain(board);
}

/** A stopped server with two boards, whose data folder can be damaged again and again from the same sound state. */
export class DamagedStarts implements AsyncDisposable {
  readonly #server: TestServer;
  readonly #boards: { workshop: Workshop; content: string }[] = [];
  #sound = "";

  static async prepare(server: TestServer): Promise<DamagedStarts> {
    const starts = new DamagedStarts(server);
    await starts.#fill();
    await server.stop();
    starts.#sound = await mkdtemp(joinPath(tmpdir(), "hefboom-sound-"));
    await cp(server.dataDir, starts.#sound, { recursive: true });
    return starts;
  }

  private constructor(server: TestServer) {
    this.#server = server;
  }

  get firstBoardId(): string {
    return this.#boards[0]?.workshop.board.id ?? "";
  }

  /** Damages the sound folder, starts, looks, and stops. */
  async after(harm: (damage: Damage) => void): Promise<Outcome> {
    const { dataDir } = this.#server;
    await rm(dataDir, { recursive: true, force: true });
    await cp(this.#sound, dataDir, { recursive: true });
    harm(new Damage(dataDir));
    const problem = await this.#server.up().catch(String);
    if (problem !== undefined) {
      return { start: "refused", code: await this.#server.stop(), printed: problem };
    }
    const [first, second] = await Promise.all(this.#boards.map((board) => this.#look(board)));
    await this.#server.kill();
    return { start: "serves", first: first ?? "changed", second: second ?? "changed" };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#sound, { recursive: true, force: true });
  }

  async #fill(): Promise<void> {
    for (const name of ["eerste", "tweede"]) {
      const workshop = await openWorkshop(this.#server);
      const { board, lead } = workshop;
      const person = await join(this.#server, board.code, { name: "Els", consent: "named" });
      for (let card = 0; card < CARDS; card += 1) {
        await send(this.#server, board.id, person.token, [aNote(`${name} ${card}`)]);
      }
      const content = JSON.stringify(contentOf(await readBoard(this.#server, board.id, lead)));
      this.#boards.push({ workshop, content });
    }
  }

  /** @returns the code a socket is closed with, or whether the content is still the same */
  async #look({ workshop: { board, lead }, content }: { workshop: Workshop; content: string }) {
    using peer = new Peer(this.#server, board.id, lead);
    const isThere = await peer.synced().then(
      () => true,
      () => false,
    );
    if (!isThere) return peer.closeCode ?? 0;
    const answer = await call(this.#server, `/api/boards/${board.id}/state`, { token: lead });
    const isSame = answer.ok && JSON.stringify(contentOf(peer.doc)) === content;
    return isSame ? ("as it was" as const) : ("changed" as const);
  }
}
