import { get, type IncomingMessage } from "node:http";

interface Reader {
  origin: string;
  boardId: string;
  token: string;
}
export interface PartsReading {
  firstByteMs: number;
  allMs: number;
  /** Compressed, as it came. */
  bytes: number;
}

/** Reads `GET state?parts=1`, timed from the request's begin. */
export async function readParts(reader: Reader, query = "parts=1"): Promise<PartsReading> {
  const { origin, boardId, token } = reader;
  const url = `${origin}/api/boards/${boardId}/state?${query}`;
  const headers = { authorization: `Bearer ${token}`, "accept-encoding": "gzip" };
  const startedAt = performance.now();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on("error", reject);
  });
  const chunks: Buffer[] = [];
  let firstByteMs: number | undefined;
  for await (const chunk of answer) {
    firstByteMs ??= performance.now() - startedAt;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const allMs = performance.now() - startedAt;
  if (answer.statusCode !== 200) throw new Error(`state: ${answer.statusCode} ${body}`);
  return { firstByteMs: firstByteMs ?? allMs, allMs, bytes: body.byteLength };
}
