import { expect, it } from "vitest";
import { WebSocket } from "ws";

import { join } from "../../support/api.ts";
import { record } from "../../support/hold-record.ts";
import { openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import { Inspector, inspectable, openDescriptors } from "../../support/process/inspected.ts";
import { TestServer } from "../../support/test-server.ts";
import { until } from "../../support/until.ts";

const [FIRST, ALL] = [2_000, 20_000];
const AT_ONCE = 50;
const GROWTH_MAX_BYTES = 15 * 1_048_576;

it("D06 20,000 joins and leaves: memory and descriptors come back", async () => {
  await using server = await TestServer.start({ ...inspectable, LIMIT_PARTICIPANTS: "1000" });
  const workshop = await openWorkshop(server);
  const people = await Promise.all(
    Array.from({ length: AT_ONCE }, () => join(server, workshop.board.code)),
  );
  const tokens = people.map(({ token }) => token);
  using inspector = await Inspector.attach(server);
  const pid = await inspector.processId();
  const descriptorsBefore = openDescriptors(pid);

  await comeAndGo(workshop, tokens, FIRST);
  const early = await inspector.usedBytes();
  await comeAndGo(workshop, tokens, ALL - FIRST);
  const late = await inspector.usedBytes();
  const limit = descriptorsBefore + AT_ONCE; // HTTP connections of this test may still be kept alive
  await until(() => openDescriptors(pid) <= limit, "descriptors to come back", 5_000);

  const growth = late - early;
  record("D06", "memory between the 2,000th and the 20,000th join", `${megabytes(growth)} (< 15)`);
  record("D06", "memory at the 20,000th", megabytes(late));
  expect(growth).toBeLessThan(GROWTH_MAX_BYTES);
});

/** `count` sockets that open, hear the board's first message, and close. */
async function comeAndGo(
  { server, board }: Workshop,
  tokens: readonly string[],
  count: number,
): Promise<void> {
  const base = `${server.origin.replace("http", "ws")}/sync/${board.id}`;
  for (let done = 0; done < count; done += tokens.length) {
    await Promise.all(tokens.map((token) => visit(`${base}?v=1&token=${token}`)));
  }
}

function visit(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.once("message", () => socket.close());
    socket.once("close", () => resolve());
    socket.once("error", reject);
  });
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;
