import type { LoadFigures } from "../loads/load.ts";
import type { PeerName } from "../servers/bench-server.ts";
import { figure, median, table } from "./table.ts";

/** Runs in which the generator itself was later than this, p99 in ms, do not count. */
const GENERATOR_LATE_MAX_MS = 40;

export type LoadsByPeer = ReadonlyMap<PeerName, readonly LoadFigures[]>;

/** Median of one figure over the runs that count; NaN where nothing was measured. */
export function mid(
  figures: LoadsByPeer,
  peer: PeerName,
  people: number,
  key: keyof LoadFigures,
): number {
  return median(counted(of(figures, peer, people)).map((each) => each[key]));
}

interface Ratio {
  people: number;
  key: keyof LoadFigures;
  /** Whose figure ours is divided by. */
  by: PeerName;
  /** Added to theirs in each run, in the figure's unit. */
  plus?: readonly number[];
}

/**
 * Ours divided by a peer's figure of the same run, median over the runs: what slows the machine down for a while slows
 * both. NaN where nothing was measured.
 */
export function ratio(figures: LoadsByPeer, { people, key, by, plus = [] }: Ratio): number {
  const theirs = of(figures, by, people);
  const pairs = of(figures, "ours", people).flatMap((ours, run) => {
    const their = theirs[run];
    return their === undefined ? [] : [{ ours, their, more: plus[run] ?? 0 }];
  });
  const kept = pairs.filter(({ ours, their }) => isCounted(ours) && isCounted(their));
  const used = kept.length > 0 ? kept : pairs;
  return median(used.map(({ ours, their, more }) => ours[key] / (their[key] + more)));
}

/** Processor seconds of the server for 1,000 messages. */
export function cpuPer1000(figures: LoadsByPeer, peer: PeerName, people: number): number {
  const runs = counted(of(figures, peer, people));
  return median(runs.map(({ serverCpuSeconds, sent }) => (1_000 * serverCpuSeconds) / sent));
}

const HEAD = [
  "server",
  "people",
  "p50 ms",
  "p99 ms",
  "CPU %",
  "CPU s / 1,000",
  "arrived %",
  "kB/s a receiver",
  "generator CPU %",
  "generator late ms",
  "runs",
];

/** A row for each server and each size of the room. */
export function loadTable(figures: LoadsByPeer): string {
  const rows = [...figures].flatMap(([peer, all]) => {
    const sizes = [...new Set(all.map(({ people }) => people))];
    return sizes.map((people) => loadRow(figures, peer, people));
  });
  return table(HEAD, rows);
}

export function loadRow(figures: LoadsByPeer, peer: PeerName, people: number): string[] {
  const runs = of(figures, peer, people);
  const kept = runs.filter(isCounted).length;
  const show = (key: keyof LoadFigures) => figure(mid(figures, peer, people, key));
  return [
    peer,
    people.toLocaleString("en"),
    show("p50Ms"),
    show("p99Ms"),
    show("serverCpu"),
    figure(cpuPer1000(figures, peer, people)),
    show("arrivedPercent"),
    show("receiverKbPerSecond"),
    show("generatorCpu"),
    show("generatorLateMs"),
    kept > 0 ? `${kept} of ${runs.length}` : `0 of ${runs.length}: generator too slow`,
  ];
}

function of(figures: LoadsByPeer, peer: PeerName, people: number): readonly LoadFigures[] {
  return figures.get(peer)?.filter((each) => each.people === people) ?? [];
}

function isCounted({ generatorLateMs }: LoadFigures): boolean {
  return generatorLateMs <= GENERATOR_LATE_MAX_MS;
}

/** Where no run counts, what was measured is shown all the same; the table says so. */
function counted(runs: readonly LoadFigures[]): readonly LoadFigures[] {
  const kept = runs.filter(isCounted);
  return kept.length > 0 ? kept : runs;
}
