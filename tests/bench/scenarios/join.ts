import { pause } from "../../support/until.ts";
import { openWindow, type WindowCost } from "../figures/measure-window.ts";
import { addOne, fillOurs, fillPeer } from "../loads/full-board.ts";
import type { BenchOptions } from "../options.ts";
import type { Bound } from "../report/bounds.ts";
import { figure, median, table } from "../report/table.ts";
import type { BenchServer } from "../servers/bench-server.ts";
import type { OurServer } from "../servers/ours.ts";
import { startOurServer, startServer } from "../servers/start-server.ts";
import { joinTime } from "../sockets/newcomer.ts";
import { joinAsOwn, readState } from "../sockets/read-state.ts";
import type { Scenario, Tell } from "./scenario.ts";

const OWN_JOINERS = 300;
const PEER_JOINERS = 50;
/** Boards are collected when they have been at rest for 10 s: in a workshop, long before so much was moved. */
const REST_MS = 15_000;
/** One machine fills the board in seconds; a workshop takes a day. */
const FILLING = { LIMIT_BYTES_PER_SECOND: "100000000" };

interface JoinFigures {
  openMs: number;
  restartedMs: number;
  joiners: number;
  togetherMs: number;
  togetherCpuSeconds: number;
}

/** A board of 10,000 cards with five moves each: coming in. */
export const join: Scenario = {
  name: "join",
  title: "Coming in: 10,000 cards with five moves each",
  async run(options, tell) {
    const rows: string[][] = [];
    const note = (name: string, found: JoinFigures) => {
      rows.push(rowOf(name, found));
      tell(rowOf(name, found).join(" · "));
    };
    const peers = (["hocuspocus", "stock"] as const).filter(
      (name) => options.peers?.includes(name) ?? true,
    );
    const ours =
      options.peers?.includes("ours") === false ? undefined : await joinOurs(options, tell);
    if (ours !== undefined) note("ours", ours);
    for (const name of peers) {
      await using server = await startServer(name, options);
      note(name, await joinPeer(server, options.runs));
    }
    const text = `${table(HEAD, rows)}\n\n${NOTE}`;
    return { tables: text, bounds: ours === undefined ? [] : boundsOf(ours) };
  },
};

const HEAD = [
  "server",
  "room open ms",
  "after restart ms",
  "joiners",
  "together ms",
  "their CPU s",
];
const NOTE =
  "Ours: first byte of `state?parts=1`; together: state's bytes and the socket's first frame. Peers: the whole board at one newcomer, who must have all of it to show anything.";

async function joinOurs(options: BenchOptions, tell: Tell): Promise<JoinFigures> {
  await using server = await startOurServer(options, FILLING);
  await fillOurs(server);
  await pause(REST_MS);
  tell("ours: board filled");
  const tokens = await server.tokens(OWN_JOINERS);
  // Awaited here, since the server goes with this block.
  const found = await measureJoining({
    server,
    runs: options.runs,
    joiners: OWN_JOINERS,
    change: () => addOne(server),
    first: async () => (await readState(server, tokens[0] ?? "", "parts=1")).firstByteMs,
    together: () => allTogether(server, tokens),
  });
  return found;
}

async function allTogether(server: OurServer, tokens: readonly string[]): Promise<Disposable> {
  const opened = new DisposableStack();
  const sockets = await Promise.all(tokens.map((token) => joinAsOwn(server, token)));
  for (const socket of sockets) opened.use(socket);
  return opened;
}

/** Part of the board's size that a joiner must have heard in one message. */
const NEARLY_ALL = 0.9;

async function joinPeer(server: BenchServer, runs: number): Promise<JoinFigures> {
  const bytes = NEARLY_ALL * (await fillPeer(server));
  const [seat] = await server.seats(1);
  if (seat === undefined) throw new Error("nobody may come in");
  const one = () => joinTime({ ...seat, port: server.process.port }, bytes);
  return measureJoining({
    server,
    runs: Math.min(runs, 2),
    joiners: PEER_JOINERS,
    change: async () => undefined, // they keep nothing between two readings
    first: one,
    together: async () => {
      await Promise.all(Array.from({ length: PEER_JOINERS }, one));
      return new DisposableStack();
    },
  });
}

interface Joining {
  server: BenchServer;
  runs: number;
  joiners: number;
  /** Changes the board before it is read with its room open. */
  change: () => Promise<void>;
  /** @returns milliseconds */
  first: () => Promise<number>;
  /** @returns who came in, to go when the time is taken */
  together: () => Promise<Disposable>;
}

async function measureJoining(joining: Joining): Promise<JoinFigures> {
  const { server, runs, joiners, change, first, together } = joining;
  const open: number[] = [];
  const restarted: number[] = [];
  const costs: WindowCost[] = [];
  for (let run = 0; run < runs; run += 1) {
    await change();
    open.push(await first());
    const closeWindow = await openWindow(server.process);
    using _all = await together();
    costs.push(await closeWindow());
  }
  for (let run = 0; run < runs; run += 1) {
    await server.process.stop();
    await server.up();
    restarted.push(await first());
  }
  return {
    openMs: median(open),
    restartedMs: median(restarted),
    joiners,
    togetherMs: 1_000 * median(costs.map(({ seconds }) => seconds)),
    togetherCpuSeconds: median(costs.map(({ serverCpuSeconds }) => serverCpuSeconds)),
  };
}

function rowOf(name: string, found: JoinFigures): string[] {
  const { openMs, restartedMs, joiners, togetherMs, togetherCpuSeconds } = found;
  const times = [openMs, restartedMs].map(figure);
  return [name, ...times, String(joiners), figure(togetherMs), figure(togetherCpuSeconds)];
}

function boundsOf({ openMs, restartedMs, togetherMs, togetherCpuSeconds }: JoinFigures): Bound[] {
  const survey = "Hocuspocus 117 / 2,135 ms, 50 joiners 6.7 s";
  const bound = (what: string, measured: number, most: number, unit = "ms"): Bound => {
    return { what: `10,000 cards: ${what}`, measured, unit, most, survey };
  };
  return [
    bound("first byte of state, room open", openMs, 10),
    bound("first byte of state, after restart", restartedMs, 500),
    bound("300 own clients at once", togetherMs, 1_000),
    bound("300 own clients at once, processor", togetherCpuSeconds, 0.5, "s"),
  ];
}
