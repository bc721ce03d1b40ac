import { afterAll, beforeAll, expect, it } from "vitest";

import { join } from "../../../support/api.ts";
import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { TestServer } from "../../../support/test-server.ts";
import { Watch } from "../watch.ts";
import { flood, floods } from "./floods.ts";

let workshop: Workshop;
let path: string;
beforeAll(async () => {
  workshop = await openWorkshop(await TestServer.start());
  const { token } = await join(workshop.server, workshop.board.code);
  path = `/sync/${workshop.board.id}?token=${token}`;
});
afterAll(() => workshop.server[Symbol.asyncDispose]());

it.each(floods)("A09 a socket that floods with $name is closed", async (kind) => {
  const { code, ms } = await flood(workshop.server, path, kind);

  expect(kind.codes).toContain(code);
  expect(ms).toBeLessThan(5_000);
});

it("A09 nobody in another room waits for a flood", async () => {
  await using watch = await Watch.start(workshop.server);

  for (let round = 0; round < 2; round += 1) {
    await Promise.all(floods.map((kind) => flood(workshop.server, path, kind)));
  }

  const { excessP99Ms, faults } = await watch.stop();
  expect(faults).toBe(0);
  expect(excessP99Ms).toBeLessThan(250);
});
