import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { readCards } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import { splitParts } from "@hefboom/contract/messages";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { openTestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

/** A board with someone on it who reads its state. */
async function openBoard() {
  const test = await openTestApp();
  const { board, join, command } = await openWorkshop(test);
  const { token } = await join();
  return {
    write: (text: string) => command(token, aCreate({ text })),
    collect: () => test.collect(board.id),
    pass: (ms: number) => {
      test.clock.now += ms;
    },
    get: (query: string, headers: Record<string, string> = {}) =>
      test.app.inject({
        url: `/api/boards/${board.id}/state?${query}`,
        headers: { ...bearer(token), ...headers },
      }),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

function textsIn(framed: Uint8Array): Set<string> {
  const doc = new Y.Doc();
  for (const part of splitParts(framed)) {
    Y.applyUpdateV2(doc, part);
    expect(doc.store.pendingStructs).toBe(null);
  }
  return new Set(readCards(doc).map(({ text }) => text));
}

it("gives a board in parts: what is stored collected, and what came after it", async () => {
  await using test = await openBoard();
  await test.write("early");
  const fresh = await test.get("parts=1");
  await test.collect();
  const collected = await test.get("parts=1");
  await test.write("late");
  const grown = await test.get("parts=1");

  const bodies = [fresh, collected, grown].map(({ rawPayload }) => gunzipSync(rawPayload));

  expect(bodies.map(textsIn)).toEqual([
    new Set(["early"]),
    new Set(["early"]),
    new Set(["early", "late"]),
  ]);
  expect(grown.headers).toMatchObject({ "content-encoding": "gzip", "x-board-epoch": "1" });
  expect(Number(grown.headers["x-board-seq"])).toBe(Number(fresh.headers["x-board-seq"]) + 1);
});

it("gives the parts to who takes brotli alone", async () => {
  await using test = await openBoard();
  await test.write("early");
  await test.collect();

  const { rawPayload, headers } = await test.get("parts=1", { "accept-encoding": "br" });

  expect(headers["content-encoding"]).toBe("br");
  expect(textsIn(brotliDecompressSync(rawPayload))).toEqual(new Set(["early"]));
});

it("says that the parts are still those of If-None-Match", async () => {
  await using test = await openBoard();
  const first = await test.get("parts=1");

  const same = await test.get("parts=1", { "if-none-match": String(first.headers["etag"]) });
  await test.write("more");
  const other = await test.get("parts=1", { "if-none-match": String(first.headers["etag"]) });

  expect([same.statusCode, other.statusCode]).toEqual([304, 200]);
});

it("gives parts some seconds old to who takes the rest from the socket, with their own seq", async () => {
  await using test = await openBoard();
  const first = await test.get("parts=1&recent=1");
  await test.write("more");

  const recent = await test.get("parts=1&recent=1");
  const now = await test.get("parts=1");
  await test.write("most");
  test.pass(5_000);
  const later = await test.get("parts=1&recent=1");

  expect(recent.headers["x-board-seq"]).toBe(first.headers["x-board-seq"]);
  expect(textsIn(gunzipSync(recent.rawPayload))).toEqual(new Set());
  expect(textsIn(gunzipSync(now.rawPayload))).toEqual(new Set(["more"]));
  expect(textsIn(gunzipSync(later.rawPayload))).toEqual(new Set(["more", "most"]));
});

it("takes no other value for parts than 1", async () => {
  await using test = await openBoard();

  expect((await test.get("parts=yes")).statusCode).toBe(400);
});
