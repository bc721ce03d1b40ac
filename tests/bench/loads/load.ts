import { pause } from "../../support/until.ts";
import { Deliveries } from "../figures/deliveries.ts";
import { KnownFrames } from "../figures/known-frames.ts";
import { openWindow, type WindowCost } from "../figures/measure-window.ts";
import type { BenchServer } from "../servers/bench-server.ts";
import type { Fleet } from "../sockets/fleet.ts";
import { runPaced, type Timed } from "./pace.ts";

/** Load before figures count, in ms, so that code is compiled and memory grown. */
export const WARM_MS = 2_000;
/** Longest wait for what is still under way after the last message, in ms. */
const TAIL_MAX_MS = 10_000;
/** Nothing more comes when nothing came for this long, in ms. */
const SILENCE_MS = 1_000;

/** One message of one person; its number is its place in the plan. */
export interface Planned {
  dueMs: number;
  person: number;
  /** Made ahead: nothing but writing is left to do under load. */
  frame: Buffer;
}

export interface Load {
  /** In order of time, the first `WARM_MS` to warm up. */
  plan: readonly Planned[];
  /** Numbers of the messages that stand in the bytes of a frame. */
  read: (message: Buffer) => readonly number[];
}

export interface LoadFigures extends WindowCost {
  people: number;
  sent: number;
  p50Ms: number;
  p99Ms: number;
  /** Of messages × receivers, in %, until 10 s after the end. */
  arrivedPercent: number;
  /** What each receiver heard, in kB/s. */
  receiverKbPerSecond: number;
  /** How late the generator's own loop was, p99 in ms. */
  generatorLateMs: number;
}

/** Sends what is planned, on time, and waits for it at every receiver. */
export async function measureLoad(
  server: BenchServer,
  fleet: Fleet,
  { plan, read }: Load,
): Promise<LoadFigures> {
  const people = fleet.sockets.length;
  const deliveries = new Deliveries(plan.length);
  const known = new KnownFrames(read);
  fleet.onMessage = (message) => {
    if (!server.isForOne(message)) deliveries.arrive(known.marksOf(message));
  };
  const actions = plan.map(({ dueMs, person, frame }, number) => ({
    dueMs,
    run: () => {
      deliveries.note(number);
      fleet.sockets[person]?.write(frame);
    },
  }));

  const warmCount = plan.findIndex(({ dueMs }) => dueMs >= WARM_MS);
  await runPaced(actions.slice(0, warmCount));
  deliveries.startCounting();
  const heardBefore = fleet.heardBytes;
  const closeWindow = await openWindow(server.process);
  const late = await runPaced(shifted(actions.slice(warmCount), WARM_MS));
  const cost = await closeWindow();
  const heardBytes = fleet.heardBytes - heardBefore;
  await tail(deliveries, people);

  return {
    ...cost,
    people,
    sent: deliveries.sent,
    p50Ms: deliveries.latency.quantile(0.5),
    p99Ms: deliveries.latency.quantile(0.99),
    arrivedPercent: (100 * deliveries.arrived) / (deliveries.sent * people),
    receiverKbPerSecond: heardBytes / 1_000 / cost.seconds / people,
    generatorLateMs: late.quantile(0.99),
  };
}

function shifted(actions: readonly Timed[], byMs: number): Timed[] {
  return actions.map(({ dueMs, run }) => ({ dueMs: dueMs - byMs, run }));
}

/** Waits until everything has arrived, or nothing arrives any more. */
async function tail(deliveries: Deliveries, people: number): Promise<void> {
  const deadline = performance.now() + TAIL_MAX_MS;
  let arrived = -1;
  let arrivedAt = performance.now();
  while (deliveries.arrived < deliveries.sent * people) {
    const now = performance.now();
    if (deliveries.arrived !== arrived) {
      arrived = deliveries.arrived;
      arrivedAt = now;
    }
    if (now > deadline || now - arrivedAt > SILENCE_MS) return;
    await pause(20);
  }
}
