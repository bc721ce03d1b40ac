import { expect, it } from "vitest";

import { aNote, call, join, send } from "../../support/api.ts";
import { record } from "../../support/hold-record.ts";
import { holdsAll, readBoard } from "../../support/people/board-reading.ts";
import { CountingWriter, lostIn } from "../../support/people/counting-writer.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop } from "../../support/people/workshop.ts";
import { smallDisk } from "../../support/process/small-disk.ts";
import { TestServer } from "../../support/test-server.ts";
import { until } from "../../support/until.ts";
import { replicaOf, typed } from "../document/hostile-updates.ts";

const NOTICED_MAX_MS = 2_000;
/** The room that the journal has on the disk lasts for so long, at most. */
const RESERVED_MAX_MS = 15_000;
const NORMAL_MAX_MS = 30_000;

it("D03 a full disk: told within 2 s, nothing unstored is shown, reading goes on, and it mends itself", async () => {
  using disk = smallDisk();
  await using server = await TestServer.start({ DATA_DIR: disk.dataDir });
  const workshop = await openWorkshop(server);
  const { board, lead } = workshop;
  const person = await join(server, board.code, { consent: "anonymous" });
  const note = aNote("van voor de volle schijf");
  await send(server, board.id, person.token, [note]);
  using writer = new CountingWriter(server, board.id, person.token);
  using watcher = new Peer(server, board.id, lead);
  using typist = new Peer(server, board.id, person.token);
  await Promise.all([writer.peer, watcher, typist].map((peer) => peer.synced()));
  const pace = setInterval(() => writer.write(), 20);
  await until(() => writer.saved().size > 2, "the first cards");

  disk.fill();
  let last = { saved: 0, at: performance.now() };
  const isRefused = () => {
    const saved = highest(writer.saved());
    if (saved > last.saved) last = { saved, at: performance.now() };
    return writer.refused().length > 0;
  };
  // What fits into the room that the journal has already is saved as ever; the first change that does not is told.
  await until(isRefused, "a refusal", RESERVED_MAX_MS);
  const noticedMs = performance.now() - last.at;
  typist.sendUpdate(typed(replicaOf(typist.doc), note.cardId, "niet te bewaren "));
  const typistCode = await typist.closed();
  const [byHttp] = await send(server, board.id, person.token, [aNote("ook niet")]);
  const exported = await call(server, `/api/boards/${board.id}/export?format=csv`, { token: lead });
  const csv = await exported.text();
  using joiner = new Peer(server, board.id, lead);
  await joiner.synced();
  const whileFull = await readBoard(server, board.id, lead);
  const savedWhileFull = writer.saved();

  const refusedWhileFull = new Set(writer.refused());
  disk.makeRoom();
  const roomAt = performance.now();
  const savedBefore = highest(writer.saved());
  await until(() => highest(writer.saved()) > savedBefore, "a change to be saved", NORMAL_MAX_MS);
  const normalMs = performance.now() - roomAt;
  clearInterval(pace);
  const seen = replicaOf(watcher.doc);
  await server.kill();
  await server.up();
  const stored = await readBoard(server, board.id, lead);

  record("D03", "the disk was filled by", disk.kind);
  record("D03", "refused after the last that was saved", `${Math.round(noticedMs)} ms (< 2,000)`);
  record("D03", "normal again after", `${Math.round(normalMs)} ms (< 30,000)`);
  expect(noticedMs).toBeLessThan(NOTICED_MAX_MS);
  // A change of a card that could not be made finds no card.
  for (const code of refusedWhileFull) expect(["cannot-save", "not-found"]).toContain(code);
  expect(byHttp).toMatchObject({ refused: "cannot-save" });
  expect(typistCode).toBe(4507);
  expect([exported.status, csv.includes(note.text)]).toEqual([200, true]);
  expect(lostIn(whileFull, savedWhileFull)).toEqual([]);
  expect(holdsAll(stored, joiner.doc)).toBe(true);
  expect(lostIn(stored, writer.saved())).toEqual([]);
  expect(holdsAll(stored, seen)).toBe(true);
  expect(JSON.stringify(stored.getMap("texts"))).not.toMatch(/niet te bewaren|ook niet/);
});

const highest = (saved: ReadonlyMap<string, number>) => Math.max(0, ...saved.values());
