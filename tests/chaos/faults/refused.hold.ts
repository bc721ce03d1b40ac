import { createServer } from "node:http";
import { expect, it } from "vitest";
import { WebSocketServer } from "ws";

import { record } from "../../support/hold-record.ts";
import { openOwnClient } from "../../support/people/own-client.ts";
import { pause } from "../../support/until.ts";

const MINUTE_MS = 60_000;
const CLIENTS = 20;

it("E03 a server that lets in and closes at once is tried again at most 3 times a minute, with jitter", async () => {
  await using http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const knocks: number[] = [];
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket) => {
    knocks.push(performance.now());
    socket.close(4507);
  });
  await using clients = new AsyncDisposableStack();
  for (let index = 0; index < CLIENTS; index += 1) {
    clients.use(
      openOwnClient({
        origin: `http://127.0.0.1:${port}`,
        boardId: "b".repeat(20),
        personId: "p".repeat(20),
        token: String(index),
      }),
    );
  }

  await pause(MINUTE_MS / 2); // the first tries come sooner
  const from = performance.now();
  await pause(MINUTE_MS);
  const inMinute = knocks.filter((at) => at >= from);

  const fullestMs = fullestWindow(inMinute, 1_000);
  record(
    "E03",
    "tries of one client a minute, when closed at once",
    `${inMinute.length / CLIENTS} (≤ 3)`,
  );
  record("E03", `most of ${CLIENTS} clients that try in one second`, String(fullestMs));
  sockets.close();
  expect(inMinute.length / CLIENTS).toBeLessThanOrEqual(3);
  expect(fullestMs).toBeLessThan(CLIENTS / 2);
});

/** Most moments that lie within `widthMs` of each other. */
function fullestWindow(moments: readonly number[], widthMs: number): number {
  const counts = moments.map((from) => moments.filter((at) => at >= from && at < from + widthMs));
  return Math.max(0, ...counts.map(({ length }) => length));
}
