import type { Addresses, Invitation } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, organiser } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

it("lists what links may begin with, and remembers the choice", async () => {
  await using test = await openTestApp({ PUBLIC_URL: "https://bord.example.org" });
  const { board, session } = await openWorkshop(test);
  const viewer = await session(board.viewerKey);
  const headers = { ...organiser, host: "bord.test:3000" };
  const listed = (await test.app.inject({ url: "/api/addresses", headers })).json<Addresses>();
  const base = "http://bord.test:3000";

  const answer = await test.app.inject({
    method: "PUT",
    url: "/api/addresses",
    headers,
    payload: { base },
  });

  expect(listed).toEqual([
    { base: "https://bord.example.org", isLoopback: false, isChosen: true },
    { base: "http://localhost:3000", isLoopback: true, isChosen: false },
    { base, isLoopback: false, isChosen: false },
  ]);
  expect(answer.json<Addresses>().find(({ isChosen }) => isChosen)?.base).toBe(base);
  const invitation = await test.app.inject({
    url: `/api/boards/${board.id}/invitation`,
    headers: { ...bearer(viewer.token), host: "bord.test:3000" },
  });
  const join = `${base}/j/${board.code}`;
  expect(invitation.json<Invitation>()).toEqual({
    code: board.code,
    base,
    join,
    isLoopback: false,
  });
});

it("takes no address that is not listed", async () => {
  await using test = await openTestApp();

  const answer = await test.app.inject({
    method: "PUT",
    url: "/api/addresses",
    headers: organiser,
    payload: { base: "http://evil.example" },
  });

  expect(answer.statusCode).toBe(400);
});
