import type { Command } from "@hefboom/board";

import type { Batch } from "../batch/batch.ts";

/** Something a room does in its next batch. */
export interface RoomTask {
  /** The commands in it, whose past is looked up before the batch. */
  readonly commands: readonly Command[];
  /** Changes the document through `batch`, inside its one transaction. May run again when the batch has to be repeated. */
  run(batch: Batch): void;
  /** Called once after the commit, before it is shown: "stored", or "failed" when nothing of the batch was kept. */
  settle(outcome: "stored" | "failed"): void;
  /** Called instead of `settle` when `run` itself threw. */
  fail(error: unknown): void;
}

export interface TaskOptions<T> {
  commands: readonly Command[];
  run: (batch: Batch) => T;
  /** What to say when it could not be stored. */
  failed: () => T;
}

/** Gets what became of a task. */
export interface Outcome<T> {
  done(value: T): void;
  fail(error: unknown): void;
}

/** A task that tells what `run` returned once it is stored, or what `failed` says when it could not be. */
export function taskFor<T>({ commands, run, failed }: TaskOptions<T>, to: Outcome<T>): RoomTask {
  let result: { value: T } | undefined;
  return {
    commands,
    run: (batch) => {
      result = { value: run(batch) };
    },
    settle: (outcome) => {
      to.done(outcome === "stored" && result !== undefined ? result.value : failed());
    },
    fail: (error) => to.fail(error),
  };
}

/** The same for who awaits it. */
export function promisedTask<T>(options: TaskOptions<T>): { task: RoomTask; done: Promise<T> } {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  return { task: taskFor(options, { done: resolve, fail: reject }), done: promise };
}
