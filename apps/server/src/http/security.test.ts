import { connect } from "node:net";
import { expect, it } from "vitest";

import { openTestApp, type TestApp } from "../testing/open-test-app.ts";

/** Sends raw bytes and reads what comes back until the server closes. */
async function sendRaw({ app }: TestApp, text: string): Promise<string> {
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const socket = connect(port, "127.0.0.1");
  socket.write(text);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}
const head = (headers: string[]) =>
  `GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers.join("")}\r\n`;

it("takes 100 headers and no 101st", async () => {
  await using few = await openTestApp();
  await using many = await openTestApp();
  const headers = (count: number) => Array.from({ length: count }, (_, n) => `x-${n}: 1\r\n`);

  expect(await sendRaw(few, head(headers(98)))).toMatch(/^HTTP\/1.1 200/);
  const refused = await sendRaw(many, head(headers(99)));
  expect(refused).toMatch(/^HTTP\/1.1 431/);
  expect(refused).toContain('"code":"TOO_MANY_HEADERS"');
});

it("bounds the bytes of headers", async () => {
  await using test = await openTestApp();

  const answer = await sendRaw(test, head([`x: ${"a".repeat(17_000)}\r\n`]));

  expect(answer).toMatch(/^HTTP\/1.1 431/);
  expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
});

it("answers what is no HTTP, and addresses that cannot be read, with a problem", async () => {
  await using test = await openTestApp();
  await using other = await openTestApp();

  expect(await sendRaw(test, "HALLO\r\n\r\n")).toContain('"code":"MALFORMED_REQUEST"');
  const answer = await other.app.inject({ url: "/api/boards/%E0%A4%A" });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toEqual({ code: expect.any(String), message: expect.any(String) });
});
