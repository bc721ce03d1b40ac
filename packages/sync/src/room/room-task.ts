import type { Batch } from "./batch.ts";

/** Something a room does in its next batch. */
export interface RoomTask {
  /** Ids of the commands in it, to be looked up before the batch. */
  readonly commandIds: readonly string[];
  /** Changes the document through `batch`, inside its one transaction. May run again when the batch has to be repeated. */
  run(batch: Batch): void;
  /** Called once after the commit: "stored", or "failed" when nothing of the batch was kept. */
  settle(outcome: "stored" | "failed"): void;
  /** Called instead of `settle` when `run` itself threw. */
  fail(error: unknown): void;
}

/** A task that resolves with what `run` returned once it is stored, or with `failed()` when it could not be. */
export function roomTask<T>(
  commandIds: readonly string[],
  run: (batch: Batch) => T,
  failed: () => T,
): { task: RoomTask; done: Promise<T> } {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let result: { value: T } | undefined;
  const task: RoomTask = {
    commandIds,
    run: (batch) => {
      result = { value: run(batch) };
    },
    settle: (outcome) => {
      resolve(outcome === "stored" && result !== undefined ? result.value : failed());
    },
    fail: reject,
  };
  return { task, done: promise };
}
