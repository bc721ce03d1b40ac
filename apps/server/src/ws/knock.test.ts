import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";

import { readKnock } from "./knock.ts";

function knockAt(url: string) {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  return readKnock(request);
}

it("reads a stock client and our own", () => {
  expect(knockAt("/sync/abc?token=x")).toEqual({ boardId: "abc", mode: { kind: "stock" } });
  expect(knockAt("/sync/abc?v=1&since=2.31")).toEqual({
    boardId: "abc",
    mode: { kind: "own", since: { epoch: 2, seq: 31 } },
  });
  expect(knockAt("/sync/abc?v=0")).toEqual({ boardId: "abc", mode: "old" });
});

it.each(["../../etc/passwd", "a/b", "%00", "a".repeat(5_000)])(
  "takes %s for a board's name, as it stands, to be answered like any unknown board",
  (name) => {
    expect(knockAt(`/sync/${name}?v=1`)).toMatchObject({ boardId: name });
  },
);

it.each(["/", "/sync", "/sync/", "/synchrone/abc", "/b/abc"])("is not asked by %s", (url) => {
  expect(knockAt(url)).toBeUndefined();
});
