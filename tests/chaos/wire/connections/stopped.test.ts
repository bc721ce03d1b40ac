import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { aNote, facilitatorToken, join, makeBoard, send } from "../../../support/api.ts";
import { Peer } from "../../../support/people/peer.ts";
import { TestServer } from "../../../support/test-server.ts";

it("closes the sockets of who is stopped, lets none of theirs in, and lets them in again at once", async () => {
  await using server = await TestServer.start();
  const board = await makeBoard(server);
  const lead = await facilitatorToken(server, board);
  const [ann, bob] = [await join(server, board.code), await join(server, board.code)];
  const set = (op: "stop" | "readmit") =>
    send(server, board.id, lead, [{ op, id: newId(), personId: ann.participantId }]);
  using annsPhone = new Peer(server, board.id, ann.token, { mode: "own" });
  using bobsPhone = new Peer(server, board.id, bob.token, { mode: "own" });
  await Promise.all([annsPhone.synced(), bobsPhone.synced()]);

  await set("stop");
  const closed = await annsPhone.closed();
  using knocking = new Peer(server, board.id, ann.token);
  const refused = await knocking.closed();
  await set("readmit");
  using back = new Peer(server, board.id, ann.token);
  await back.synced();

  expect([closed, refused]).toEqual([4401, 4401]);
  expect(bobsPhone.closeCode).toBeUndefined();
  expect(await send(server, board.id, ann.token, [aNote("terug")])).toMatchObject([
    { saved: true },
  ]);
});
