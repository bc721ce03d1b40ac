import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";

/** How often a body that is on its way is looked at, in ms. */
const LOOK_MS = 1_000;

export interface BodyPace {
  /** A body has to bring at least `leastBytes` in this time, in ms. */
  patienceMs: number;
  /** Far less than the worst Wi-Fi of a hall brings, far more than who only holds a connection wants to send. */
  leastBytes: number;
}

const PACE: BodyPace = { patienceMs: 10_000, leastBytes: 4_096 };

/** Cuts off who sends half a request and then nothing, or next to nothing: a connection costs the sender too little. */
export const slowBody = fp(async (app: FastifyInstance) => {
  app.addHook("onRequest", async ({ raw }) => watchBody(raw, PACE));
});

/** Ends the request's connection as soon as its body stops moving. */
export function watchBody(request: IncomingMessage, { patienceMs, leastBytes }: BodyPace): void {
  const { socket } = request;
  if (!hasBody(request)) return;
  let mark = { bytes: socket.bytesRead, at: performance.now() };
  const timer = setInterval(() => {
    const now = performance.now();
    if (request.complete) clearInterval(timer);
    else if (socket.bytesRead - mark.bytes >= leastBytes)
      mark = { bytes: socket.bytesRead, at: now };
    else if (now - mark.at >= patienceMs) socket.destroy();
  }, LOOK_MS);
  timer.unref();
  request.once("end", () => clearInterval(timer));
  request.once("close", () => clearInterval(timer));
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
