import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { newId, readCards } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { openTestApp } from "../../testing/open-test-app.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

it("does one command or many, and answers each", async () => {
  await using test = await openTestApp();
  const { join, command } = await openWorkshop(test);
  const { token } = await join();
  const first = aCreate();
  const second = aCreate({ lever: "h99" });

  const one = await command(token, first);
  const many = await command(token, [aCreate({ id: newId() }), second]);

  expect(one).toEqual({ statusCode: 200, body: [{ id: first.id, saved: true }] });
  expect(many.body).toMatchObject([{ saved: true }, { id: second.id, refused: "not-found" }]);
});

it.each([[{}], [[]], ["text"], [[{ op: "create" }]], [{ op: "create", id: "short" }]])(
  "answers a body that is no command: %j",
  async (body) => {
    await using test = await openTestApp();
    const { join, command } = await openWorkshop(test);
    const { token } = await join();

    const answer = await command(token, body);

    const isEmptyList = Array.isArray(body) && body.length === 0;
    expect(answer.statusCode).toBe(isEmptyList ? 200 : 400);
  },
);

it("takes at most 500 commands", async () => {
  await using test = await openTestApp();
  const { join, command } = await openWorkshop(test);
  const { token } = await join();
  const list = Array.from({ length: 501 }, () => aCreate());

  const tooMany = await command(token, list);
  const fits = await command(token, list.slice(0, 500));

  expect(tooMany).toMatchObject({ statusCode: 413, body: { code: "TOO_MANY_COMMANDS" } });
  expect(fits.statusCode).toBe(200);
});

it("refuses what a role may not do with 200, and who has no role with 401", async () => {
  await using test = await openTestApp();
  const { board, session, command } = await openWorkshop(test);
  const { token } = await session(board.viewerKey);

  const viewer = await command(token, aCreate());
  const nobody = await command("wrong", aCreate());

  expect(viewer).toMatchObject({ statusCode: 200, body: [{ refused: "not-allowed" }] });
  expect(nobody).toMatchObject({ statusCode: 401, body: { code: "NO_CREDENTIAL" } });
});

it("gives the board's state as one update v2, compressed, and 304 while it stays the same", async () => {
  await using test = await openTestApp();
  const { board, join, command } = await openWorkshop(test);
  const { token } = await join();
  const url = `/api/boards/${board.id}/state`;
  const get = (headers: Record<string, string> = {}) =>
    test.app.inject({ url, headers: { ...bearer(token), ...headers } });
  await command(token, aCreate({ text: "Hallo" }));

  const zipped = await get();
  const brotli = await get({ "accept-encoding": "gzip, deflate, br" });
  const same = await get({ "if-none-match": `W/${String(brotli.headers["etag"])}` });
  await command(token, aCreate());
  const changed = await get({ "if-none-match": String(brotli.headers["etag"]) });

  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, brotliDecompressSync(brotli.rawPayload));
  expect(readCards(doc).map(({ text }) => text)).toEqual(["Hallo"]);
  expect(gunzipSync(zipped.rawPayload)).toEqual(brotliDecompressSync(brotli.rawPayload));
  const { "x-board-seq": seq, "x-board-epoch": epoch, etag } = brotli.headers;
  expect(etag).toBe(`"${epoch}.${seq}"`);
  expect(epoch).toBe("1");
  expect([zipped, brotli].map(({ headers }) => headers["content-encoding"])).toEqual([
    "gzip",
    "br",
  ]);
  expect([same.statusCode, changed.statusCode]).toEqual([304, 200]);
});

it("describes every command", async () => {
  await using test = await openTestApp();

  const description = await test.app.inject({ url: "/api/openapi.json" });

  const text = JSON.stringify(
    description.json<{ paths: Record<string, unknown> }>().paths["/api/boards/{boardId}/commands"],
  );
  const ops = ["create", "place", "rewrite", "delete", "label", "restore", "undo"];
  expect(ops.filter((op) => !text.includes(`"${op}"`))).toEqual([]);
});
