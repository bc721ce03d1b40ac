import { expect, it } from "vitest";

import { record } from "../../../support/hold-record.ts";
import { openWorkshop } from "../../../support/people/workshop.ts";
import { TestServer } from "../../../support/test-server.ts";
import { pause } from "../../../support/until.ts";
import { Watch } from "../watch.ts";
import { fallSilent, halfRequests, halfSockets, type SlowPeer } from "./slow-requests.ts";

const OF_EACH = 50;
const DRIP_EVERY_MS = 1_000;
/** Hundreds of connections that open at once are another row's matter. */
const STEP_MS = 1_000;
const GIVEN_UP_MS = 80_000;
const HTTP_MAX_MS = 15_000;
const FIRST_MESSAGE_MAX_MS = 10_500;
const SILENCE_MAX_MS = 60_500;

it("A06 half requests and silent peers go in time, and health answers meanwhile", async () => {
  await using server = await TestServer.start();
  const { board, lead } = await openWorkshop(server);
  const path = `/sync/${board.id}?token=${lead}`;
  await using watch = await Watch.start(server);
  const at = { path, token: lead, boardId: board.id };
  const many = (peer: SlowPeer) => Array.from({ length: OF_EACH }, () => endOf(server, at, peer));
  const silent = { name: "a silent peer", open: () => fallSilent(server, path) };

  const halves = halfRequests.flatMap(many);
  await pause(STEP_MS);
  const messages = halfSockets.flatMap(many);
  await pause(STEP_MS);
  const [half, message, silence] = await Promise.all(
    [halves, messages, many(silent)].map(async (ends) => Math.max(...(await Promise.all(ends)))),
  );
  const seen = await watch.stop();

  record("A06", "half an HTTP request, longest of 450", `${seconds(half)} (≤ 15)`);
  record("A06", "no complete message, longest of 150", `${seconds(message)} (≤ 10)`);
  record("A06", "silent peer, longest of 50", `${seconds(silence)} (≤ 60)`);
  const health = `+${seen.excessHealthP99Ms.toFixed(0)} ms over a quiet server (< 50)`;
  record("A06", "p99 of health meanwhile", health);
  expect(half).toBeLessThan(HTTP_MAX_MS);
  expect(message).toBeLessThan(FIRST_MESSAGE_MAX_MS);
  expect(silence).toBeLessThan(SILENCE_MAX_MS);
  expect(seen.excessHealthP99Ms).toBeLessThan(50);
  expect(seen.faults).toBe(0);
});

/** Opens a slow peer and waits until the server has had enough of it. @returns ms from its opening */
async function endOf(
  server: TestServer,
  at: Parameters<SlowPeer["open"]>[1],
  { open, drip }: SlowPeer,
): Promise<number> {
  using connection = await open(server, at);
  const dripping = setInterval(() => {
    if (drip !== undefined && !connection.isGone) connection.write(drip);
  }, DRIP_EVERY_MS);
  try {
    return await connection.gone(GIVEN_UP_MS, connection.openedAt);
  } finally {
    clearInterval(dripping);
  }
}

const seconds = (ms = 0) => `${(ms / 1_000).toFixed(1)} s`;
