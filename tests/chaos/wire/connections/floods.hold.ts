import { expect, it } from "vitest";

import { join } from "../../../support/api.ts";
import { record } from "../../../support/hold-record.ts";
import { openWorkshop } from "../../../support/people/workshop.ts";
import { TestServer } from "../../../support/test-server.ts";
import { pause } from "../../../support/until.ts";
import { Watch } from "../watch.ts";
import { flood, floods } from "./floods.ts";

const FLOOD_MS = 20_000;
/** Whoever floods shares this machine's cores with the server, and must leave it some. */
const REST_MS = 50;

it("A09 floods of six kinds, again and again, are closed and noticed by nobody", async () => {
  await using server = await TestServer.start();
  const { board } = await openWorkshop(server);
  const { token } = await join(server, board.code);
  const path = `/sync/${board.id}?token=${token}`;
  await using watch = await Watch.start(server);
  const end = performance.now() + FLOOD_MS;
  const wrong: string[] = [];
  let count = 0;

  const flooding = floods.map(async (kind) => {
    while (performance.now() < end) {
      const { code } = await flood(server, path, kind);
      if (!kind.codes.includes(code)) wrong.push(`${kind.name}: ${code}`);
      count += 1;
      await pause(REST_MS);
    }
  });
  await Promise.all(flooding);

  const { excessP99Ms, faults } = await watch.stop();
  record("A09", "floods that were closed in 20 s", String(count));
  record("A09", "p99 of the canary over a quiet server", `+${excessP99Ms.toFixed(0)} ms (< 250)`);
  expect(wrong).toEqual([]);
  expect(faults).toBe(0);
  expect(excessP99Ms).toBeLessThan(250);
});
