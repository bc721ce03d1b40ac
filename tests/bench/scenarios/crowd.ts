import { type EditFigures, measureEdits } from "../generator/edit-load.ts";
import { Fleet } from "../generator/fleet.ts";
import type { BenchOptions } from "../options.ts";
import { figure, median, table } from "../report/table.ts";
import type { PeerName } from "../servers/bench-server.ts";
import { startServer } from "../servers/start-server.ts";
import type { Scenario } from "./scenario.ts";

const SIZES = [200, 500, 1_000, 1_500];
/** Who is measured at which sizes: a server that cannot keep up is not asked for more. */
const LARGEST: Readonly<Record<PeerName, number>> = {
  ours: 1_500,
  coalescing: 1_500,
  hocuspocus: 1_000,
  bare: 200,
  stock: 200,
};
/** Runs in which the generator itself was later than this are not counted. */
const GENERATOR_LATE_MAX_MS = 40;

/** One room, everybody one edit a second, every receiver counts. */
export const crowd: Scenario = {
  name: "crowd",
  title: "One room, one edit a second each (20 % create, 80 % place)",
  async run(options, tell) {
    const peers = options.peers ?? ["ours", "coalescing", "hocuspocus", "bare", "stock"];
    const figures = new Map<PeerName, EditFigures[]>();
    for (let run = 0; run < options.runs; run += 1) {
      for (const peer of peers) {
        const measured = await onePeer(peer, options, tell);
        figures.set(peer, [...(figures.get(peer) ?? []), ...measured]);
      }
    }
    return report(figures);
  },
};

/** The room grows from size to size. */
async function onePeer(
  peer: PeerName,
  options: BenchOptions,
  tell: (line: string) => void,
): Promise<EditFigures[]> {
  const { people: sizes = SIZES, seconds } = options;
  await using server = await startServer(peer, options);
  using fleet = new Fleet(server);
  const measured: EditFigures[] = [];
  for (const people of sizes.filter((size) => size <= LARGEST[peer])) {
    const before = fleet.sockets.length;
    await fleet.grow(people);
    await fleet.sendEach(({ writer }) => writer.ownCard(), before);
    const figures = await measureEdits(server, fleet, { people, editsPerSecond: 1, seconds });
    measured.push(figures);
    tell(`${peer} ${people}: ${rowOf(peer, [figures]).slice(2).join(" · ")}`);
  }
  return measured;
}

const HEAD = ["server", "people", "p50 ms", "p99 ms", "CPU %", "CPU s / 1,000 edits", "arrived %"];
const GENERATOR_HEAD = ["kB/s a receiver", "generator CPU %", "generator late p99 ms", "runs"];

function report(figures: ReadonlyMap<PeerName, readonly EditFigures[]>): string {
  const rows: string[][] = [];
  for (const [peer, all] of figures) {
    for (const people of new Set(all.map((each) => each.people))) {
      rows.push(
        rowOf(
          peer,
          all.filter((each) => each.people === people),
        ),
      );
    }
  }
  return table([...HEAD, ...GENERATOR_HEAD], rows);
}

function rowOf(peer: PeerName, all: readonly EditFigures[]): string[] {
  const kept = all.filter(({ generatorLateMs }) => generatorLateMs <= GENERATOR_LATE_MAX_MS);
  const used = kept.length > 0 ? kept : all;
  const mid = (key: keyof EditFigures) => figure(median(used.map((each) => each[key])));
  return [
    peer,
    String(all[0]?.people),
    mid("p50Ms"),
    mid("p99Ms"),
    mid("serverCpu"),
    mid("cpuPer1000"),
    mid("arrivedPercent"),
    mid("receiverKbPerSecond"),
    mid("generatorCpu"),
    mid("generatorLateMs"),
    kept.length > 0 ? `${kept.length} of ${all.length}` : "0: generator too slow",
  ];
}
