import { parentPort } from "node:worker_threads";

import { snapshotJobs } from "./snapshot-jobs.ts";
import type { ThreadAnswer, ThreadQuestion } from "./snapshot-worker.ts";

/** The thread of a SnapshotWorker: one job after the other. */
parentPort?.on("message", (question: ThreadQuestion) => {
  void run(question).then((answer) => parentPort?.postMessage(answer));
});

async function run({ n, job, board }: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    return { n, result: await snapshotJobs[job](board) };
  } catch (error) {
    return { n, failure: error instanceof Error ? error.message : String(error) };
  }
}
