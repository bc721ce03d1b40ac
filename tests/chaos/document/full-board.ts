import { newId } from "@hefboom/board";
import type { Joined } from "@hefboom/contract";
import { expect } from "vitest";

import { aNote, call, join, send } from "../../support/api.ts";
import { readBoard } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import type { TestServer } from "../../support/test-server.ts";
import { replicaOf, typed } from "./hostile-updates.ts";

const TEXT = "x".repeat(1_000);
const AT_ONCE = 250;
/** The board is measured between two messages, so that the last one may have gone over by all its cards. */
const REMOVED = AT_ONCE + 50;

/** Fills a board to its limit, and sees that nobody can add while the facilitator can still export and make room. */
export async function fillAndMakeRoom(
  server: TestServer,
): Promise<{ cards: number; exportMs: number }> {
  const workshop = await openWorkshop(server);
  const { board, lead } = workshop;
  const person = await join(server, board.code, { consent: "anonymous" });
  const cardIds = await fill(workshop, person);

  const [added] = await send(server, board.id, person.token, [aNote("past niet meer")]);
  using typist = new Peer(server, board.id, person.token);
  await typist.synced();
  typist.sendUpdate(typed(replicaOf(typist.doc), cardIds[0] ?? "", "past niet meer"));
  const typistCode = await typist.closed();
  const startedAt = performance.now();
  const exported = await call(server, `/api/boards/${board.id}/export?format=csv`, { token: lead });
  const csv = await exported.text();
  const exportMs = performance.now() - startedAt;
  const removals = cardIds
    .slice(0, REMOVED)
    .map((cardId) => ({ op: "delete", id: newId(), cardId }) as const);
  const removed = await send(server, board.id, lead, removals);
  const [again] = await send(server, board.id, person.token, [aNote("past weer")]);

  expect(added).toMatchObject({ refused: "board-full" });
  expect(typistCode).toBe(4513);
  expect(exported.status).toBe(200);
  expect(csv.length).toBeGreaterThan(cardIds.length * TEXT.length);
  expect(removed.every(({ saved }) => saved)).toBe(true);
  expect(again).toMatchObject({ saved: true });
  const stored = await readBoard(server, board.id, lead);
  expect(stored.getMap("cards").size).toBe(cardIds.length - removals.length + 1);
  return { cards: cardIds.length, exportMs };
}

/** @returns the cards that found room */
async function fill({ server, board }: Workshop, { token }: Joined): Promise<string[]> {
  const cardIds: string[] = [];
  for (let isFull = false; !isFull; ) {
    const notes = Array.from({ length: AT_ONCE }, () => aNote(TEXT));
    const answers = await send(server, board.id, token, notes);
    for (const [index, note] of notes.entries()) {
      if (answers[index]?.saved) cardIds.push(note.cardId);
      else isFull = true;
    }
  }
  return cardIds;
}
