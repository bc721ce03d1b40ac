import { expect, it } from "vitest";

import { TestServer } from "../../support/test-server.ts";
import { fillAndMakeRoom } from "./full-board.ts";

it("B09 on a full board nobody adds, and the facilitator can still export and delete", async () => {
  await using server = await TestServer.start({
    LIMIT_BOARD_BYTES: "500000",
    LIMIT_BYTES_PER_SECOND: "100000000",
  });

  const { cards } = await fillAndMakeRoom(server);

  expect(cards).toBeGreaterThan(300);
});
