import { newId } from "@hefboom/board";

import { aNote, send } from "../../support/api.ts";
import { openWorkshop } from "../../support/people/workshop.ts";
import { longestBlockMs, metric } from "../../support/process/metrics.ts";
import { TestServer } from "../../support/test-server.ts";
import { until } from "../../support/until.ts";
import { type MadeBoard, madeBoards } from "./made-boards.ts";
import { readParts } from "./read-parts.ts";
import { storeEntries, tailLength } from "./store-entries.ts";

/** Boards that are large or have a long past: opening, editing, collecting, state. `node tests/bench/log/large-boards.ts` */

const UNHURRIED = { LIMIT_BYTES_PER_SECOND: "100000000" };
const EDITS = 50;
const TOGETHER = 300;
const COLLECTED_WITHIN_MS = 60_000;

interface Bench {
  server: TestServer;
  boardId: string;
  token: string;
}
type Figures = Record<string, number>;

async function measure(made: MadeBoard): Promise<Figures> {
  await using server = await TestServer.start(UNHURRIED);
  const { board, lead } = await openWorkshop(server);
  const bench: Bench = { server, boardId: board.id, token: lead };
  await server.stop();
  const entries = made.entries();
  storeEntries(server.dataDir, board.id, entries);
  await server.up();
  const long = await opening(bench);
  const collected = await collecting(bench);
  await server.stop();
  await server.up();
  const short = await opening(bench);
  return {
    entries: entries.length,
    ...prefixed("long log: ", long),
    ...collected,
    ...prefixed("collected: ", short),
    ...(await editing(bench)),
    ...(await together(bench)),
  };
}

/** Right after a start: the state without the room, then the room by a first command. */
async function opening(bench: Bench): Promise<Figures> {
  const { server, boardId, token } = bench;
  const state = await readParts({ origin: server.origin, boardId, token });
  const again = await readParts({ origin: server.origin, boardId, token });
  let openMs = 0;
  const blockMs = await longestBlockMs(
    server,
    async () => {
      openMs = await timeOf(() => send(server, boardId, token, [aNote("opent de kamer")]));
    },
    1,
  );
  return {
    "state kB": state.bytes / 1_024,
    "state first byte ms": state.firstByteMs,
    "state all ms": state.allMs,
    "again first byte ms": again.firstByteMs,
    "room open ms": openMs,
    "open blocks ms": blockMs,
    "resident MB": (await metric(server, "process_resident_memory_bytes")) / 2 ** 20,
  };
}

async function collecting({ server, boardId }: Bench): Promise<Figures> {
  let ms = 0;
  const blockMs = await longestBlockMs(
    server,
    async () => {
      ms = await timeOf(() =>
        until(
          () => tailLength(server.dataDir, boardId) === 0,
          "the log to be collected",
          COLLECTED_WITHIN_MS,
        ),
      );
    },
    1,
  );
  return { "collected after ms": ms, "collecting blocks ms": blockMs };
}

async function editing({ server, boardId, token }: Bench): Promise<Figures> {
  const note = aNote("wordt verplaatst");
  await send(server, boardId, token, [note]);
  const times: number[] = [];
  for (let n = 0; n < EDITS; n += 1) {
    const place = { op: "place", id: newId(), cardId: note.cardId, lever: "h02" } as const;
    times.push(await timeOf(() => send(server, boardId, token, [place])));
  }
  times.sort((a, b) => a - b);
  return { "edit median ms": times[EDITS >> 1] ?? 0, "edit p98 ms": times[EDITS - 1] ?? 0 };
}

async function together({ server, boardId, token }: Bench): Promise<Figures> {
  const cpuBefore = await metric(server, "process_cpu_seconds_total");
  const ms = await timeOf(() =>
    Promise.all(
      Array.from({ length: TOGETHER }, () =>
        readParts({ origin: server.origin, boardId, token }, "parts=1&recent=1"),
      ),
    ),
  );
  const cpu = (await metric(server, "process_cpu_seconds_total")) - cpuBefore;
  return { [`${TOGETHER} at once ms`]: ms, [`${TOGETHER} at once CPU s`]: cpu };
}

function prefixed(prefix: string, figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [prefix + name, value]));
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const wanted = process.argv.slice(2);
for (const made of madeBoards) {
  if (wanted.length > 0 && !wanted.some((word) => made.name.includes(word))) continue;
  const figures = await measure(made);
  process.stdout.write(`\n${made.name}\n`);
  for (const [name, value] of Object.entries(figures)) {
    process.stdout.write(`  ${name.padEnd(36)} ${value.toFixed(value < 100 ? 2 : 0)}\n`);
  }
}
