import type { Role } from "@hefboom/board";

import { ApiError, callApi } from "../../../api/call-api.ts";

interface Waiting {
  job: string;
  role: Role;
  /** Between two questions, in ms. */
  everyMs?: number;
}

/** Resolves when the server says that the job is done. @throws {ApiError} when it failed, or cannot be asked for */
export async function waitForJob({ job, role, everyMs = 700 }: Waiting): Promise<void> {
  for (;;) {
    const state = await stateOf(job, role);
    if (state === "done") return;
    if (state === "failed") throw new ApiError("JOB_FAILED", 500, "the job failed");
    await new Promise<void>((resolve) => {
      setTimeout(resolve, everyMs);
    });
  }
}

/** A network that is away for a moment says nothing about the job. */
async function stateOf(job: string, role: Role): Promise<string> {
  try {
    const path = `/api/jobs/${job}`;
    return (await callApi<{ state: string }>({ method: "GET", path, role })).state;
  } catch (error) {
    if (error instanceof ApiError && error.isPassing) return "running";
    throw error;
  }
}
