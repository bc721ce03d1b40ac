import type { Batch } from "../batch/batch.ts";
import type { RoomTask } from "./room-task.ts";

/** A batch ends after so many ms of judging: nothing else runs meanwhile, and the rest goes into the next one. */
const SLICE_MS = 25;

/** Something went wrong, and half of the work may be in the document. */
export interface Thrown {
  /** `undefined` when several had run, and Yjs threw only at the end of their transaction. */
  task: RoomTask | undefined;
  error: unknown;
}

export interface Run {
  /** What changed in the document, as one update; `undefined` when nothing did. */
  update: Uint8Array | undefined;
  /** How many tasks ran; at least one. */
  ran: number;
  thrown: Thrown | undefined;
}

/**
 * Runs tasks in one transaction, as many as fit into a slice.
 * @param elapsed milliseconds of a clock that only goes forward
 */
export function runTasks(batch: Batch, tasks: readonly RoomTask[], elapsed: () => number): Run {
  const { doc } = batch;
  const run: Run = { update: undefined, ran: 0, thrown: undefined };
  const keep = (update: Uint8Array) => {
    run.update = update;
  };
  const end = elapsed() + SLICE_MS;
  doc.on("update", keep);
  try {
    doc.transact((transaction) => {
      for (const task of tasks) {
        run.ran += 1;
        const error = errorOf(batch, task);
        if (error !== undefined) run.thrown = { task, error };
        if (error !== undefined || elapsed() >= end) break;
      }
      batch.finish();
      // Letters that somebody sent make Yjs think that another one writes under the server's clientID: it would take a new one.
      transaction.local = true;
    });
  } catch (error) {
    run.thrown ??= { task: run.ran === 1 ? tasks[0] : undefined, error };
  } finally {
    doc.off("update", keep);
  }
  return run;
}

function errorOf(batch: Batch, task: RoomTask): unknown {
  const { store } = batch.doc;
  try {
    task.run(batch);
  } catch (error) {
    return error ?? new Error("a task threw nothing");
  }
  const isPending = store.pendingStructs !== null || store.pendingDs !== null;
  return isPending ? new Error("an update left something pending") : undefined;
}
