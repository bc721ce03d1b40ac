import { fileURLToPath } from "node:url";
import { messageType } from "@hefboom/contract/messages";

import { call, join, makeBoard } from "../../support/api.ts";
import type { BenchServer, Seat, Writer } from "./bench-server.ts";
import { commandWriter } from "./command-writer.ts";
import { ServerFolder } from "./server-folder.ts";
import type { ServerProcess } from "./server-process.ts";

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

/** The real server as `npm start` runs it, with `synchronous=FULL` as always, on a folder of its own. */
export class OurServer implements BenchServer {
  readonly name = "ours";
  readonly boardId: string;
  readonly organiserKey = ORGANISER_KEY;
  readonly #folder: ServerFolder;
  readonly #joinCode: string;
  readonly #tokens: string[] = [];
  readonly #seats: Seat[] = [];

  static async start({ nodeArgs, main, limits }: OurOptions): Promise<OurServer> {
    const env = { ORGANISER_KEY, SAMPLE: "0", LOG_LEVEL: "warn", ...limits };
    const folder = await ServerFolder.start({
      nodeArgs,
      script: main ?? MAIN,
      env: (path) => ({ DATA_DIR: path, ...env }),
      readyPath: "/readyz",
    });
    const api = { origin: folder.process.origin, organiserKey: ORGANISER_KEY };
    return new OurServer(folder, await makeBoard(api));
  }

  private constructor(folder: ServerFolder, { id, code }: { id: string; code: string }) {
    this.#folder = folder;
    this.boardId = id;
    this.#joinCode = code;
  }

  get process(): ServerProcess {
    return this.#folder.process;
  }

  /** Credentials of the first `count` participants. */
  async tokens(count: number): Promise<readonly string[]> {
    while (this.#tokens.length < count) {
      const missing = Math.min(JOINING_AT_ONCE, count - this.#tokens.length);
      const joining = Array.from({ length: missing }, () => join(this.#api, this.#joinCode));
      this.#tokens.push(...(await Promise.all(joining)).map(({ token }) => token));
    }
    return this.#tokens.slice(0, count);
  }

  async seats(count: number): Promise<Seat[]> {
    const tokens = await this.tokens(count);
    const { headers } = await this.#readState();
    const since = `${headers.get("x-board-epoch")}.${headers.get("x-board-seq")}`;
    for (const token of tokens.slice(this.#seats.length)) {
      const path = `/sync/${this.boardId}?token=${token}&v=1&since=${since}`;
      this.#seats.push({ path, hello: [], writer: commandWriter() });
    }
    return this.#seats.slice(0, count);
  }

  isForOne(message: Uint8Array): boolean {
    return message[0] === messageType.commands;
  }

  wrap(message: Uint8Array): Uint8Array {
    return message;
  }

  newWriter(): Writer {
    return commandWriter();
  }

  async content(): Promise<Buffer> {
    return (await this.#readState()).bytes;
  }

  up(): Promise<void> {
    return this.#folder.up();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#folder[Symbol.asyncDispose]();
  }

  get #api() {
    return { origin: this.process.origin, organiserKey: ORGANISER_KEY };
  }

  async #readState(): Promise<{ headers: Headers; bytes: Buffer }> {
    const path = `/api/boards/${this.boardId}/state`;
    const answer = await call(this.#api, path, { token: ORGANISER_KEY });
    return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }
}
