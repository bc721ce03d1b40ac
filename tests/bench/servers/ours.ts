import { fileURLToPath } from "node:url";
import { messageType } from "@hefboom/contract/messages";

import { call, join, makeBoard } from "../../support/api.ts";
import type { BenchServer, Seat } from "./bench-server.ts";
import { commandWriter } from "./command-writer.ts";
import { ServerFolder } from "./server-folder.ts";

const MAIN = fileURLToPath(new URL("../../../apps/server/src/main.ts", import.meta.url));
const ORGANISER_KEY = "sleutel-van-de-organisator-in-de-meting";
/** People who join at the same time while the room fills. */
const JOINING_AT_ONCE = 16;

export interface OurOptions {
  /** Arguments of Node before the script, such as `--cpu-prof`. */
  nodeArgs: readonly string[];
  /** Main script of another checkout. */
  main: string | undefined;
  /** Limits that one machine needs to act as many people. */
  limits: Readonly<Record<string, string>>;
}

/** What only our server has: tokens and HTTP. */
export interface OurServer extends BenchServer {
  readonly boardId: string;
  readonly organiserKey: string;
  tokens(count: number): Promise<readonly string[]>;
}

/** The real server as `npm start` runs it, with `synchronous=FULL` as always, on a folder of its own. */
export async function startOurs({ nodeArgs, main, limits }: OurOptions): Promise<OurServer> {
  const folder = await ServerFolder.start({
    nodeArgs,
    script: main ?? MAIN,
    env: (path) => ({
      DATA_DIR: path,
      ORGANISER_KEY,
      SAMPLE: "0",
      LOG_LEVEL: "warn",
      ...limits,
    }),
    readyPath: "/readyz",
  });
  const api = { origin: folder.process.origin, organiserKey: ORGANISER_KEY };
  const { id: boardId, code } = await makeBoard(api);
  const tokens: string[] = [];
  const fill = async (count: number) => {
    while (tokens.length < count) {
      const missing = Math.min(JOINING_AT_ONCE, count - tokens.length);
      const joining = Array.from({ length: missing }, () => join(api, code));
      tokens.push(...(await Promise.all(joining)).map(({ token }) => token));
    }
    return tokens.slice(0, count);
  };
  const readState = () => call(api, `/api/boards/${boardId}/state`, { token: ORGANISER_KEY });
  const seats: Seat[] = [];
  return {
    name: "ours",
    boardId,
    organiserKey: ORGANISER_KEY,
    get process() {
      return folder.process;
    },
    tokens: fill,
    async seats(count) {
      await fill(count);
      const state = await readState();
      await state.arrayBuffer();
      const since = `${state.headers.get("x-board-epoch")}.${state.headers.get("x-board-seq")}`;
      for (const token of tokens.slice(seats.length, count)) {
        const path = `/sync/${boardId}?token=${token}&v=1&since=${since}`;
        seats.push({ path, hello: [], writer: commandWriter() });
      }
      return seats.slice(0, count);
    },
    isForOne: (message) => message[0] === messageType.commands,
    wrap: (message) => message,
    newWriter: commandWriter,
    content: async () => Buffer.from(await (await readState()).arrayBuffer()),
    up: () => folder.up(),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
