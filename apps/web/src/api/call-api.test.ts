import { afterEach, expect, it, vi } from "vitest";

import { ApiError, callApi } from "./call-api.ts";

afterEach(() => vi.unstubAllGlobals());

function answering(response: Response) {
  const fetch = vi.fn(async (_path: string, _init: RequestInit) => response);
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

it("sends JSON with the role that counts, and gives back the answer", async () => {
  const fetch = answering(Response.json({ ok: 1 }));

  const answer = await callApi({ method: "POST", path: "/api/x", body: { a: 1 }, role: "viewer" });

  expect(answer).toEqual({ ok: 1 });
  const headers = new Headers(fetch.mock.calls[0]?.[1].headers);
  expect(headers.get("x-hefboom-role")).toBe("viewer");
  expect(headers.get("content-type")).toBe("application/json");
});

it("sends a file as it is", async () => {
  const fetch = answering(new Response(null, { status: 204 }));
  const file = new Blob(["# Essay"], { type: "text/markdown" });

  const answer = await callApi({ method: "PUT", path: "/api/x", body: file });

  expect(answer).toBeUndefined();
  expect(fetch.mock.calls[0]?.[1].body).toBe(file);
});

it("throws the server's code and status", async () => {
  answering(Response.json({ code: "BOARD_NOT_FOUND", message: "no" }, { status: 404 }));

  await expect(callApi({ method: "GET", path: "/api/x" })).rejects.toMatchObject({
    code: "BOARD_NOT_FOUND",
    status: 404,
  });
});

it("knows a proxy's page from an answer of the API", async () => {
  answering(new Response("<html>Bad gateway</html>", { status: 502 }));

  await expect(callApi({ method: "GET", path: "/api/x" })).rejects.toMatchObject({
    code: "UNEXPECTED",
    status: 502,
  });
});

it("says offline when the server cannot be reached", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));

  await expect(callApi({ method: "GET", path: "/api/x" })).rejects.toBeInstanceOf(ApiError);
  await expect(callApi({ method: "GET", path: "/api/x" })).rejects.toMatchObject({ status: 0 });
});
