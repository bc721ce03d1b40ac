import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Problem } from "@hefboom/contract";

interface ClientFault {
  status: number;
  problem: Problem;
}

/** Answers to what is no readable HTTP: no route and no error handler ever sees it. */
const faults: Record<string, ClientFault> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    problem: { code: "REQUEST_TIMEOUT", message: "the request took too long to arrive" },
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    problem: { code: "HEADERS_TOO_LARGE", message: "the headers are too large" },
  },
};
const malformed: ClientFault = {
  status: 400,
  problem: { code: "MALFORMED_REQUEST", message: "this is no request of HTTP/1.1" },
};

export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return; // nobody is there to hear it
  const { status, problem } = faults[error.code ?? ""] ?? malformed;
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "connection: close",
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  if (socket.writable) socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroy(error);
}
