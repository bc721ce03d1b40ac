import { newId } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { ReadableLog } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

async function aLedBoard(test: TestApp) {
  const workshop = await openWorkshop(test, { plan: "standard" });
  const { token } = await workshop.session(workshop.board.facilitatorKey);
  const url = `/api/boards/${workshop.board.id}/log`;
  const read = async (query = "") =>
    (await test.app.inject({ url: url + query, headers: bearer(token) })).json<ReadableLog>();
  const lead = (body: unknown) => workshop.command(token, body);
  return { ...workshop, token, url, read, lead };
}

const lock = (lever: string | null) => ({ op: "lock", id: newId(), lever, isLocked: true });

it("tells who led did what, the newest first, and what can be taken back", async () => {
  await using test = await openTestApp();
  const { read, lead, join, command } = await aLedBoard(test);
  const phase = { op: "phase", id: newId(), to: "write", seq: 0 };
  const reveal = { op: "reveal", id: newId() };
  await lead(phase);
  const ann = await join();
  await command(ann.token, aCreate({ text: "GEHEIM" }));
  test.clock.now += 1_000;
  await lead([{ ...lock("h03") }, reveal]);

  const { acts } = await read();

  const at = test.clock.now;
  const leader = { role: "facilitator", personId: expect.any(String) };
  expect(acts).toEqual([
    { ...leader, id: reveal.id, at, op: "reveal", isUndoable: false },
    { ...leader, id: expect.any(String), at, op: "lock", about: "h03", isUndoable: true },
    { ...leader, id: phase.id, at: at - 1_000, op: "phase", about: "write", isUndoable: true },
  ]);
  expect(JSON.stringify(acts)).not.toContain("GEHEIM");
});

it("gives the log page by page, and tears no moment apart", async () => {
  await using test = await openTestApp();
  const { read, lead } = await aLedBoard(test);
  const moments = [[lock("h01")], [lock("h02"), lock("h03"), lock("h04")], [lock("h05")]];
  for (const commands of moments) {
    test.clock.now += 1_000;
    await lead(commands);
  }

  const first = await read("?count=2");
  const second = await read(`?count=2&before=${first.acts.at(-1)?.at}`);
  const third = await read(`?count=2&before=${second.acts.at(-1)?.at}`);

  const levers = [first, second, third].map(({ acts }) => acts.map(({ about }) => about));
  expect(levers).toEqual([["h05", "h04", "h03", "h02"], ["h01"], []]);
});

it.each(["?count=0", "?count=201", "?count=a", "?before=-1", "?before=1e9"])(
  "refuses %s",
  async (query) => {
    await using test = await openTestApp();
    const { url, token } = await aLedBoard(test);

    const answer = await test.app.inject({ url: url + query, headers: bearer(token) });

    expect(answer.statusCode).toBe(400);
  },
);

it("is for who leads alone", async () => {
  await using test = await openTestApp();
  const { board, url, session, join } = await aLedBoard(test);
  const people = [await join(), await session(board.viewerKey), { token: "wrong" }];

  const statuses = await Promise.all(
    people.map(async ({ token }) => {
      return (await test.app.inject({ url, headers: bearer(token) })).statusCode;
    }),
  );

  expect(statuses).toEqual([403, 403, 401]);
});
