import { expect, it } from "vitest";

import { openTestApp } from "../../testing/open-test-app.ts";

it("is healthy and ready while it serves, and neither while it stops", async () => {
  await using test = await openTestApp();
  const statuses = async () =>
    Promise.all(
      ["/healthz", "/readyz"].map(async (url) => (await test.app.inject({ url })).statusCode),
    );

  const serving = await statuses();
  test.health.state = "stopping";

  expect(serving).toEqual([200, 200]);
  expect(await statuses()).toEqual([503, 503]);
});

it("measures requests by their route, never by their address", async () => {
  await using test = await openTestApp();
  await test.app.inject({ url: "/j/GEHEIM" });

  const { payload, headers } = await test.app.inject({ url: "/metrics" });

  expect(headers["content-type"]).toContain("text/plain");
  expect(payload).toContain('method="GET",route="/j/:code",status="404"');
  expect(payload).not.toContain("GEHEIM");
});

it("describes every route of the API", async () => {
  await using test = await openTestApp();

  const api = (await test.app.inject({ url: "/api/openapi.json" })).json<{
    openapi: string;
    paths: Record<string, Record<string, { summary?: string }>>;
  }>();

  expect(api.openapi).toBe("3.1.0");
  expect(Object.keys(api.paths).sort()).toEqual([
    "/api/addresses",
    "/api/boards",
    "/api/boards/{boardId}",
    "/api/boards/{boardId}/bin",
    "/api/boards/{boardId}/cards/{cardId}",
    "/api/boards/{boardId}/clear",
    "/api/boards/{boardId}/code",
    "/api/boards/{boardId}/commands",
    "/api/boards/{boardId}/copy",
    "/api/boards/{boardId}/essay",
    "/api/boards/{boardId}/export",
    "/api/boards/{boardId}/invitation",
    "/api/boards/{boardId}/keys",
    "/api/boards/{boardId}/log",
    "/api/boards/{boardId}/me",
    "/api/boards/{boardId}/participants",
    "/api/boards/{boardId}/participants/{participantId}",
    "/api/boards/{boardId}/publication",
    "/api/boards/{boardId}/state",
    "/api/boards/{boardId}/transfer",
    "/api/jobs/{job}",
    "/api/join",
    "/api/sessions",
    "/api/transfers",
    "/healthz",
    "/metrics",
    "/readyz",
  ]);
  for (const methods of Object.values(api.paths)) {
    for (const operation of Object.values(methods)) expect(operation.summary).toBeTruthy();
  }
});
