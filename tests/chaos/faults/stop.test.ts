import { expect, it } from "vitest";

import { facilitatorToken } from "../../support/api.ts";
import { holdsAll, readBoard } from "../../support/people/board-reading.ts";
import { CountingWriter, lostIn } from "../../support/people/counting-writer.ts";
import { openOwnClient } from "../../support/people/own-client.ts";
import { Peer } from "../../support/people/peer.ts";
import { joinMany, openWorkshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { pause, until } from "../../support/until.ts";

const WRITERS = 8;
const STOP_MAX_MS = 10_000;
const BACK_MAX_MS = 10_000;

it("D02 SIGTERM under load: health 503, no new sockets, 1012 to all, exit 0, nothing lost", async () => {
  await using server = await TestServer.start();
  const workshop = await openWorkshop(server);
  const { board, lead } = workshop;
  const people = await joinMany(workshop, WRITERS);
  using writers = new DisposableStack();
  const writing = people.map(({ token }) =>
    writers.use(new CountingWriter(server, board.id, token)),
  );
  const peers = writing.map(({ peer }) => peer);
  const asleep = writers.use(new Peer(server, board.id, lead));
  await Promise.all([...peers, asleep].map((peer) => peer.synced()));
  asleep.freeze(); // it never answers the goodbye, so that the stop takes long enough to be looked at
  const pace = setInterval(() => {
    for (const writer of writing) writer.write();
  }, 20);
  await pause(500);

  const startedAt = performance.now();
  const exit = server.stop();
  const doors = lookAtDoors(server, board.id, lead);
  const code = await exit;
  const stopMs = performance.now() - startedAt;
  clearInterval(pace);
  const { health, newcomers } = await doors;

  expect(code).toBe(0);
  expect(stopMs).toBeLessThan(STOP_MAX_MS);
  expect(new Set(peers.map(({ closeCode }) => closeCode))).toEqual(new Set([1012]));
  expect(new Set(health)).toEqual(new Set([503, "gone"]));
  expect(newcomers).toEqual(newcomers.map(() => 0));
  await server.up();
  const stored = await readBoard(server, board.id, await facilitatorToken(server, board));
  const saved = new Map(writing.flatMap((writer) => [...writer.saved()]));
  expect(saved.size).toBeGreaterThan(WRITERS);
  expect(lostIn(stored, saved)).toEqual([]);
  expect(peers.every(({ doc }) => holdsAll(stored, doc))).toBe(true);
});

it("D02 what a client was about to say is said again, and all are back within 10 s, not in one moment", async () => {
  await using server = await TestServer.start();
  const workshop = await openWorkshop(server);
  const { board } = workshop;
  const people = await joinMany(workshop, 12);
  await using sessions = new AsyncDisposableStack();
  const clients = people.map(({ participantId, token }) =>
    sessions.use(
      openOwnClient({
        origin: server.origin,
        boardId: board.id,
        personId: participantId,
        token,
      }),
    ),
  );
  const isOnline = () => clients.filter(({ view }) => view.connection.state === "online").length;
  await until(() => isOnline() === clients.length, "all online");

  const created = clients.map((client) => client.create(aCard("vlak voor de herstart")));
  const code = await server.stop();
  created.push(...clients.map((client) => client.create(aCard("tijdens de herstart"))));
  await server.up();
  const upAt = performance.now();
  const cameBackMs: number[] = [];
  for (const client of clients) {
    client.subscribe(() => {
      if (client.view.connection.state === "online") cameBackMs.push(performance.now() - upAt);
    });
  }
  await until(() => isOnline() === clients.length, "all back", BACK_MAX_MS);
  await until(() => clients.every(({ view }) => view.pendingCount === 0), "all said");

  const stored = await readBoard(server, board.id, workshop.lead);
  expect(code).toBe(0);
  expect([...stored.getMap("cards").keys()].sort()).toEqual(created.sort());
  expect(Math.max(...cameBackMs)).toBeLessThan(BACK_MAX_MS);
});

const aCard = (text: string) => ({ kind: "note", text, lever: "h01" }) as const;

/** Asks for health, and for a socket, again and again until nobody answers any more. */
async function lookAtDoors(server: TestServer, boardId: string, token: string) {
  const health: (number | "gone")[] = [];
  const newcomers: number[] = [];
  await pause(100); // the signal arrives, on a busy machine too
  while (health.at(-1) !== "gone" && health.length < 500) {
    using newcomer = new Peer(server, boardId, token);
    const answer = await fetch(`${server.origin}/healthz`).catch(() => undefined);
    health.push(answer?.status ?? "gone");
    await pause(10);
    newcomers.push(newcomer.heardBytes);
  }
  return { health, newcomers };
}
