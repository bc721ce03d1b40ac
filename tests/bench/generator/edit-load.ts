import type { BenchServer } from "../servers/bench-server.ts";
import { Deliveries } from "./deliveries.ts";
import type { Fleet } from "./fleet.ts";
import { maskedFrame } from "./frames.ts";
import { KnownFrames } from "./known-frames.ts";
import { markOf, marksIn } from "./marks.ts";
import { openWindow, type WindowCost } from "./measure-window.ts";
import { runPaced, type Timed } from "./pace.ts";

/** Load before figures count, so that code is compiled and memory grown. */
const WARM_MS = 2_000;
/** Longest wait for what is still under way after the last edit. */
const TAIL_MAX_MS = 10_000;
/** Every fifth edit makes a card, the others move one. */
const CREATE_EVERY = 5;

export interface EditLoad {
  people: number;
  editsPerSecond: number;
  seconds: number;
}

export interface EditFigures extends WindowCost {
  people: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor seconds of the server for 1,000 edits. */
  cpuPer1000: number;
  /** Of edits × receivers, in %, within 10 s after the end. */
  arrivedPercent: number;
  /** What each receiver heard, in kB/s. */
  receiverKbPerSecond: number;
  /** How late the generator's own loop was, p99 in ms. */
  generatorLateMs: number;
}

/** Everybody in the room creates and places cards at an even pace; every receiver counts. */
export async function measureEdits(
  server: BenchServer,
  fleet: Fleet,
  load: EditLoad,
): Promise<EditFigures> {
  const { people, editsPerSecond, seconds } = load;
  const planned = plan(fleet, load);
  const deliveries = new Deliveries(planned.length);
  const known = new KnownFrames(marksIn);
  fleet.onMessage = (bytes) => {
    if (!server.isForOne(bytes[0] ?? 0)) deliveries.arrive(known.marksOf(bytes));
  };
  const actions = planned.map(({ dueMs, person, frame }, edit) => ({
    dueMs,
    run: () => {
      deliveries.note(edit);
      fleet.sockets[person]?.write(frame);
    },
  }));

  const warmCount = planned.findIndex(({ dueMs }) => dueMs >= WARM_MS);
  await runPaced(actions.slice(0, warmCount));
  deliveries.startCounting();
  const heardBefore = fleet.heardBytes;
  const closeWindow = await openWindow(server.process);
  const late = await runPaced(shifted(actions.slice(warmCount), WARM_MS));
  const cost = await closeWindow();
  const heardBytes = fleet.heardBytes - heardBefore;
  await tail(() => deliveries.arrived >= deliveries.sent * people);

  return {
    ...cost,
    people,
    p50Ms: deliveries.latency.quantile(0.5),
    p99Ms: deliveries.latency.quantile(0.99),
    cpuPer1000: (1_000 * cost.serverCpuSeconds) / (people * editsPerSecond * seconds),
    arrivedPercent: (100 * deliveries.arrived) / (deliveries.sent * people),
    receiverKbPerSecond: heardBytes / 1_000 / cost.seconds / people,
    generatorLateMs: late.quantile(0.99),
  };
}

/** All edits in order of time, their frames made ahead: nothing but writing is left to do under load. */
function plan(fleet: Fleet, { people, editsPerSecond, seconds }: EditLoad) {
  const gapMs = 1_000 / editsPerSecond;
  const rounds = Math.ceil((WARM_MS / 1_000 + seconds) * editsPerSecond);
  const planned: { dueMs: number; person: number; frame: Buffer }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [person, { writer }] of fleet.seats.slice(0, people).entries()) {
      const mark = markOf(planned.length);
      const isCreate = (round + person) % CREATE_EVERY === 0;
      const frame = maskedFrame(isCreate ? writer.create(mark) : writer.place(mark));
      planned.push({ dueMs: (round + person / people) * gapMs, person, frame });
    }
  }
  return planned;
}

function shifted(actions: readonly Timed[], byMs: number): Timed[] {
  return actions.map(({ dueMs, run }) => ({ dueMs: dueMs - byMs, run }));
}

async function tail(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + TAIL_MAX_MS;
  while (!isDone() && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
