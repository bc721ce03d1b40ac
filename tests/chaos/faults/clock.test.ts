import { newId } from "@hefboom/board";
import type { BoardSession } from "@hefboom/client";
import type { Joined } from "@hefboom/contract";
import { expect, it } from "vitest";

import { send } from "../../support/api.ts";
import { readBoard } from "../../support/people/board-reading.ts";
import { openOwnClient } from "../../support/people/own-client.ts";
import { joinMany, openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import { clockMovable, Inspector } from "../../support/process/inspected.ts";
import { TestServer } from "../../support/test-server.ts";
import { pause, until } from "../../support/until.ts";

const HOUR_MS = 3_600_000;
/** Long enough to see who would be disconnected at once. */
const WATCH_MS = 1_500;
const TIMER_MINUTES = 30;
const TIMER_OFF_MAX_MS = 2_000;

it("D05 the server's clock jumps an hour, both ways: all stay, are seen, and save, and timers are right", async () => {
  await using server = await TestServer.start(clockMovable);
  using inspector = await Inspector.attach(server);
  const workshop = await openWorkshop(server);
  await using sessions = new AsyncDisposableStack();
  const clients = (await joinMany(workshop, 3)).map((person) =>
    sessions.use(openClient(server, workshop, person)),
  );
  const present = () => clients.map(({ view }) => view.presentCount);
  await until(() => present().every((count) => count === 3), "everybody present");
  const left: string[] = [];
  for (const client of clients) {
    client.subscribe(() => {
      const { state } = client.view.connection;
      if (state !== "online") left.push(state);
    });
  }

  const timer = { op: "timer", change: { kind: "start", minutes: TIMER_MINUTES } } as const;
  await send(server, workshop.board.id, workshop.lead, [{ id: newId(), ...timer }]);
  const startedAt = performance.now();
  /** How far the countdown on a screen is from what it should be, in ms. */
  const isOff = (client: BoardSession) => {
    const { timer: running } = client.view.meta;
    if (running === null || !("endsAt" in running)) return Number.POSITIVE_INFINITY;
    const gone = performance.now() - startedAt;
    return Math.abs(running.endsAt - client.serverNow() - (TIMER_MINUTES * 60_000 - gone));
  };

  const created: string[] = [];
  for (const byMs of [HOUR_MS, 0, -HOUR_MS]) {
    const told = await inspector.shiftClock(byMs);
    expect(Math.abs(told - Date.now() - byMs)).toBeLessThan(5_000);
    await pause(WATCH_MS);
    created.push(
      ...clients.map((client) => client.create({ kind: "note", text: `${byMs}`, lever: "h01" })),
    );
    const isSaved = (id: string) =>
      clients.every(({ view }) => view.cards.get(id)?.saving === "saved");
    await until(() => created.every(isSaved), "all saved and shown to all");
    expect(present()).toEqual([3, 3, 3]);
    const [newcomer] = await joinMany(workshop, 1);
    const late = openClient(server, workshop, newcomer);
    await until(() => isOff(late) < TIMER_OFF_MAX_MS, "the timer at somebody who comes in now");
    expect(clients.map(isOff).every((ms) => ms < TIMER_OFF_MAX_MS)).toBe(true);
    await late[Symbol.asyncDispose]();
    await until(() => present().every((count) => count === 3), "them to be gone");
  }

  const stored = await readBoard(server, workshop.board.id, workshop.lead);
  expect(left).toEqual([]);
  expect([...stored.getMap("cards").keys()].sort()).toEqual(created.sort());
});

function openClient(server: TestServer, { board }: Workshop, person: Joined | undefined) {
  if (person === undefined) throw new Error("nobody joined");
  const { participantId, token } = person;
  return openOwnClient({
    origin: server.origin,
    boardId: board.id,
    personId: participantId,
    token,
  });
}
