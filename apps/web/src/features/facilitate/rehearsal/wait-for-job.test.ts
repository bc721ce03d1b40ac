import { afterEach, expect, it, vi } from "vitest";

import { waitForJob } from "./wait-for-job.ts";

afterEach(() => vi.unstubAllGlobals());

function answering(...answers: (() => Response)[]) {
  const fetch = vi.fn(async () => {
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError("failed");
    return answer();
  });
  vi.stubGlobal("fetch", fetch);
  return fetch;
}
const says = (state: string) => () => Response.json({ state });
const waiting = () => ({
  job: "j".repeat(20),
  role: "facilitator" as const,
  everyMs: 0,
});

it("asks until the job is done", async () => {
  const fetch = answering(says("running"), says("running"), says("done"));

  await waitForJob(waiting());

  expect(fetch).toHaveBeenCalledTimes(3);
});

it("goes on asking while the server is away for a moment", async () => {
  const away = () => new Response("", { status: 503 });
  answering(away, says("done"));

  await expect(waitForJob(waiting())).resolves.toBeUndefined();
});

it("throws when the job failed, or is not there", async () => {
  answering(says("failed"));
  await expect(waitForJob(waiting())).rejects.toMatchObject({ code: "JOB_FAILED" });

  answering(() => Response.json({ code: "JOB_NOT_FOUND", message: "no" }, { status: 404 }));
  await expect(waitForJob(waiting())).rejects.toMatchObject({ code: "JOB_NOT_FOUND" });
});
