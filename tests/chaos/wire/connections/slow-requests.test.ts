import { afterAll, beforeAll, expect, it } from "vitest";

import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { TestServer } from "../../../support/test-server.ts";
import { fallSilent, halfSockets } from "./slow-requests.ts";

let workshop: Workshop;
let path: string;
beforeAll(async () => {
  const limits = { LIMIT_FIRST_MESSAGE_SECONDS: "2", LIMIT_SILENCE_SECONDS: "3" };
  workshop = await openWorkshop(await TestServer.start(limits));
  path = `/sync/${workshop.board.id}?token=${workshop.lead}`;
});
afterAll(() => workshop.server[Symbol.asyncDispose]());

const place = () => ({ path, token: workshop.lead, boardId: workshop.board.id });

it.concurrent.each(halfSockets)("A06 $name is gone in time", async ({ open }) => {
  using socket = await open(workshop.server, place());

  const goneMs = await socket.gone(4_000, socket.openedAt);

  expect(goneMs).toBeGreaterThan(1_500);
  expect(goneMs).toBeLessThan(3_000);
});

it.concurrent("A06 a peer that has fallen silent is gone in time", async () => {
  const start = performance.now();
  using socket = await fallSilent(workshop.server, path);

  expect(await socket.gone(6_000, start)).toBeLessThan(3_500);
});
