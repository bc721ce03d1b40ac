import { expect, it } from "vitest";

import { readBoard } from "../../support/people/board-reading.ts";
import { openOwnClient } from "../../support/people/own-client.ts";
import { joinMany, openWorkshop } from "../../support/people/workshop.ts";
import { clockMovable, Inspector } from "../../support/process/inspected.ts";
import { TestServer } from "../../support/test-server.ts";
import { pause, until } from "../../support/until.ts";

const HOUR_MS = 3_600_000;
/** Long enough to see who would be disconnected at once. */
const WATCH_MS = 1_500;

it("D05 the server's clock jumps an hour, both ways: all stay, are seen, and save", async () => {
  await using server = await TestServer.start(clockMovable);
  using inspector = await Inspector.attach(server);
  const workshop = await openWorkshop(server);
  await using sessions = new AsyncDisposableStack();
  const clients = (await joinMany(workshop, 3)).map(({ participantId, token }) =>
    sessions.use(
      openOwnClient({
        origin: server.origin,
        boardId: workshop.board.id,
        personId: participantId,
        token,
      }),
    ),
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
  }

  const stored = await readBoard(server, workshop.board.id, workshop.lead);
  expect(left).toEqual([]);
  expect([...stored.getMap("cards").keys()].sort()).toEqual(created.sort());
});
