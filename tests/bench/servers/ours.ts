import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { messageType } from "@hefboom/contract/messages";

import { call, join as joinBoard, makeBoard } from "../../support/api.ts";
import { freePort } from "../../support/free-port.ts";
import type { BenchServer, Seat } from "./bench-server.ts";
import { commandWriter } from "./command-writer.ts";
import { ServerProcess } from "./server-process.ts";

const MAIN = fileURLToPath(new URL("../../../apps/server/src/main.ts", import.meta.url));
const ORGANISER_KEY = "sleutel-van-de-organisator-in-de-meting";
/** People who join at the same time while the room fills. */
const JOINING_AT_ONCE = 16;

export interface OurOptions {
  /** Arguments of Node before the script, such as `--cpu-prof`. */
  nodeArgs: readonly string[];
  main: string | undefined;
}

/** The real server as `npm start` runs it, with default limits and `synchronous=FULL`, on a folder of its own. */
export async function startOurs({ nodeArgs, main = MAIN }: OurOptions): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), "hefboom-bench-"));
  const process = await ServerProcess.start({
    args: [...nodeArgs, main],
    env: { DATA_DIR: folder, ORGANISER_KEY, SAMPLE: "0", LOG_LEVEL: "warn" },
    port: await freePort(),
    readyPath: "/readyz",
  });
  const api = { origin: process.origin, organiserKey: ORGANISER_KEY };
  const board = await makeBoard(api);
  const tokens: string[] = [];

  const fill = async (count: number) => {
    while (tokens.length < count) {
      const missing = Math.min(JOINING_AT_ONCE, count - tokens.length);
      const joined = await Promise.all(
        Array.from({ length: missing }, () => joinBoard(api, board.code)),
      );
      tokens.push(...joined.map(({ token }) => token));
    }
  };
  const seatOf = (token: string, since: string): Seat => ({
    path: `/sync/${board.id}?token=${token}&v=1&since=${since}`,
    hello: [],
    writer: commandWriter(),
  });
  const seats: Seat[] = [];
  return {
    name: "ours",
    process,
    async seats(count) {
      await fill(count);
      const state = await call(api, `/api/boards/${board.id}/state`, { token: tokens[0] ?? "" });
      await state.arrayBuffer();
      const since = `${state.headers.get("x-board-epoch")}.${state.headers.get("x-board-seq")}`;
      for (const token of tokens.slice(seats.length, count)) seats.push(seatOf(token, since));
      return seats.slice(0, count);
    },
    isForOne: (firstByte) => firstByte === messageType.commands,
    async [Symbol.asyncDispose]() {
      await process.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
