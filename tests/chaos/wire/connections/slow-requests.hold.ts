import { expect, it } from "vitest";

import { record } from "../../../support/hold-record.ts";
import { openWorkshop } from "../../../support/people/workshop.ts";
import { TestServer } from "../../../support/test-server.ts";
import { Watch } from "../watch.ts";
import { fallSilent, halfRequests, halfSockets, type SlowPeer } from "./slow-requests.ts";

const OF_EACH = 50;
const DRIP_EVERY_MS = 1_000;
const HTTP_MAX_MS = 15_000;
const FIRST_MESSAGE_MAX_MS = 10_500;
const SILENCE_MAX_MS = 60_500;

it("A06 half requests and silent peers go in time, and health answers meanwhile", async () => {
  await using server = await TestServer.start();
  const { board, lead } = await openWorkshop(server);
  const path = `/sync/${board.id}?token=${lead}`;
  await using watch = await Watch.start(server);
  const open = async (peer: SlowPeer, maxMs: number): Promise<number> => {
    using connection = await peer.open(server, { path, token: lead, boardId: board.id });
    const dripping = setInterval(() => {
      if (peer.drip !== undefined && !connection.isGone) connection.write(peer.drip);
    }, DRIP_EVERY_MS);
    return connection
      .gone(maxMs + 20_000, connection.openedAt)
      .finally(() => clearInterval(dripping));
  };
  const many = (peer: SlowPeer, maxMs: number) =>
    Array.from({ length: OF_EACH }, () => open(peer, maxMs));
  const silent = Array.from({ length: OF_EACH }, async () => {
    using socket = await fallSilent(server, path);
    return socket.gone(80_000, socket.openedAt);
  });

  const halves = await Promise.all(halfRequests.flatMap((peer) => many(peer, HTTP_MAX_MS)));
  const messages = await Promise.all(halfSockets.flatMap((peer) => many(peer, HTTP_MAX_MS)));
  const silences = await Promise.all(silent);
  const seen = await watch.stop();

  const [half, message, silence] = [halves, messages, silences].map((all) => Math.max(...all));
  record("A06", "half an HTTP request, longest of 450", `${seconds(half)} (≤ 15)`);
  record("A06", "no complete message, longest of 150", `${seconds(message)} (≤ 10)`);
  record("A06", "silent peer, longest of 50", `${seconds(silence)} (≤ 60)`);
  const health = `+${seen.excessHealthMs.toFixed(0)} ms over a quiet server (< 50)`;
  record("A06", "slowest health meanwhile", health);
  expect(half).toBeLessThan(HTTP_MAX_MS);
  expect(message).toBeLessThan(FIRST_MESSAGE_MAX_MS);
  expect(silence).toBeLessThan(SILENCE_MAX_MS);
  expect(seen.excessHealthMs).toBeLessThan(50);
  expect(seen.faults).toBe(0);
});

const seconds = (ms = 0) => `${(ms / 1_000).toFixed(1)} s`;
