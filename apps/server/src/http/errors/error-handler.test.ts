import { expect, it } from "vitest";

import { problemOf } from "./error-handler.ts";

it("says that nothing can be saved when the disk is full, whoever asked", () => {
  const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });

  const { status, problem } = problemOf(full);

  expect([status, problem.code]).toEqual([503, "CANNOT_SAVE"]);
});

it("tells nobody what went wrong inside", () => {
  const fault = Object.assign(new Error("near secret: syntax error"), { code: "SQLITE_ERROR" });

  expect(problemOf(fault)).toEqual({
    status: 500,
    problem: { code: "INTERNAL", message: "Internal error" },
  });
});
