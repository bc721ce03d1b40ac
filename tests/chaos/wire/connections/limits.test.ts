import { expect, it } from "vitest";

import { openWorkshop } from "../../../support/people/workshop.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import { TestServer } from "../../../support/test-server.ts";
import { until } from "../../../support/until.ts";

it("A08 one socket too many of an address is refused 429 before the upgrade, until another goes", async () => {
  await using server = await TestServer.start({ LIMIT_CONNECTIONS_PER_ADDRESS: "3" });
  const { board, lead } = await openWorkshop(server);
  const path = `/sync/${board.id}?token=${lead}`;
  const sockets = await Promise.all([1, 2, 3].map(() => RawSocket.upgrade(server, { path })));

  const statusNow = async () => {
    using socket = await RawSocket.knock(server, { path });
    return socket.status;
  };
  const statusOver = await statusNow();
  sockets.pop()?.[Symbol.dispose]();

  expect(statusOver).toBe(429);
  await until(async () => (await statusNow()) === 101, "room for one more", 2_000);
  for (const socket of sockets) socket[Symbol.dispose]();
});

it("A08 a full board refuses 429, for good and bad credentials alike, and other boards do not", async () => {
  await using server = await TestServer.start({ LIMIT_CONNECTIONS_PER_BOARD: "2" });
  const [full, other] = [await openWorkshop(server), await openWorkshop(server)];
  const knock = (path: string) => RawSocket.knock(server, { path });
  const path = `/sync/${full.board.id}?token=${full.lead}`;

  const sockets = [await knock(path), await knock(path), await knock(path)];
  sockets.push(await knock(`/sync/${full.board.id}`));
  sockets.push(await knock(`/sync/${other.board.id}?token=${other.lead}`));

  expect(sockets.map(({ status }) => status)).toEqual([101, 101, 429, 429, 101]);
  for (const socket of sockets) socket[Symbol.dispose]();
});
