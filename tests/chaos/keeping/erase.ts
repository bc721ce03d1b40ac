import type { StartedJob } from "@hefboom/contract";

import { call } from "../../support/api.ts";
import type { TestServer } from "../../support/test-server.ts";
import { until } from "../../support/until.ts";

/** Asks to have `path` of the API erased, and waits until that is done. @returns the answer's status */
export async function erase(server: TestServer, path: string, token: string): Promise<number> {
  return untilDone(server, await call(server, path, { method: "DELETE", token }));
}

/** The same for everything of a rehearsal. */
export async function clearRehearsal(
  server: TestServer,
  boardId: string,
  token: string,
): Promise<number> {
  const path = `/api/boards/${boardId}/clear`;
  return untilDone(server, await call(server, path, { method: "POST", token }));
}

async function untilDone(server: TestServer, answer: Response): Promise<number> {
  // So `startedJobSchema` has it; the job of another answer is never done.
  const { job } = (await answer.json()) as StartedJob;
  await until(() => isDone(server, job), "the erasure");
  return answer.status;
}

async function isDone(server: TestServer, job: string): Promise<boolean> {
  const answer = await call(server, `/api/jobs/${job}`);
  // So `jobStateSchema` has it; anything else never counts as done.
  const { state } = (await answer.json()) as { state: string };
  if (state === "failed") throw new Error(`erasing failed:\n${server.printed}`);
  return state === "done";
}
