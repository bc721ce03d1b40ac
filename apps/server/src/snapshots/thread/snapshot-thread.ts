import { parentPort } from "node:worker_threads";
import { LogError } from "@hefboom/sync";

import { snapshotJobs } from "./snapshot-jobs.ts";
import type { ThreadAnswer, ThreadQuestion } from "./snapshot-worker.ts";

/** The thread of a SnapshotWorker: one job after the other. */
let turn: Promise<void> = Promise.resolve();
parentPort?.on("message", (question: ThreadQuestion) => {
  turn = turn.then(async () => parentPort?.postMessage(await run(question)));
});

async function run({ n, job, board }: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    return { n, result: await snapshotJobs[job](board) };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { n, failure, isDamage: error instanceof LogError && !isMemory(error.cause) };
  }
}

/** What V8 says when no more memory is given to a buffer; the heap's end comes as an `error` of the thread. */
function isMemory(cause: unknown): boolean {
  return cause instanceof RangeError && cause.message === "Array buffer allocation failed";
}
