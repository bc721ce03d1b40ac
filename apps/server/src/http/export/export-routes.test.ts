import { aCreate } from "@hefboom/board/testing";
import type { PublicationCounts } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

async function aHarvest(test: TestApp) {
  const workshop = await openWorkshop(test, { title: "Jij kleurt de wijk" });
  const named = await workshop.join({ name: "Anna", consent: "named" });
  const nameless = await workshop.join({ name: "Bea", consent: "anonymous" });
  const silent = await workshop.join({ name: "Carl" });
  await workshop.command(named.token, aCreate({ text: "Een kaart met naam" }));
  await workshop.command(nameless.token, aCreate({ text: "Een kaart zonder naam", kind: "quote" }));
  await workshop.command(silent.token, aCreate({ text: "Een kaart die blijft" }));
  const { token } = await workshop.session(workshop.board.facilitatorKey);
  const get = (what: string) =>
    test.app.inject({ url: `/api/boards/${workshop.board.id}/${what}`, headers: bearer(token) });
  return { ...workshop, get, participantToken: named.token };
}

it.each([
  ["csv", "text/csv; charset=utf-8"],
  ["json", "application/json; charset=utf-8"],
  ["md", "text/markdown; charset=utf-8"],
])("gives the cards with consent as a %s file", async (format, mediaType) => {
  await using test = await openTestApp();
  const { get } = await aHarvest(test);

  const file = await get(`export?format=${format}`);

  expect(file.headers["content-type"]).toBe(mediaType);
  expect(file.headers["content-disposition"]).toMatch(
    new RegExp(`^attachment; filename="jij-kleurt-de-wijk-2025-06-15.${format}"$`),
  );
  expect(file.payload).toContain("Een kaart met naam");
  expect(file.payload).toContain("Anna");
  expect(file.payload).toContain("Een kaart zonder naam");
  expect(file.payload).not.toMatch(/Bea|Carl|blijft/);
});

it("filters, and counts what leaves and what stays", async () => {
  await using test = await openTestApp();
  const { get } = await aHarvest(test);

  const quotes = await get("export?format=md&kind=quote");
  const counts = (await get("publication")).json<PublicationCounts>();

  expect(quotes.payload).not.toContain("met naam\n");
  expect(quotes.payload).toContain("Een kaart zonder naam");
  expect(counts).toEqual({ named: 1, anonymous: 1, fromEssay: 0, leftOut: 1 });
});

it("refuses formats it does not know, and everybody but the staff", async () => {
  await using test = await openTestApp();
  const { board, get, participantToken } = await aHarvest(test);

  const unknown = await get("export?format=docx");
  const missing = await get("export");
  const url = `/api/boards/${board.id}/export?format=csv`;
  const participant = await test.app.inject({ url, headers: bearer(participantToken) });

  expect([unknown.statusCode, missing.statusCode, participant.statusCode]).toEqual([400, 400, 403]);
});
