import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";

import { readRest } from "./read-rest.ts";

const BODY_BYTES = 24 * 1024 * 1024;

it("lets who is still sending hear the answer", async () => {
  const server = createServer((request: IncomingMessage, response) => {
    void readRest(request).then(() => {
      response.writeHead(413, { connection: "close" });
      response.end("too large");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe

  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: "PUT",
    body: new Uint8Array(BODY_BYTES),
  });

  expect([answer.status, await answer.text()]).toEqual([413, "too large"]);
  server.close();
});
