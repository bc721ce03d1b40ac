import { defineConfig } from "vitest/config";

/** Whole processes: one file at a time, since servers and their loads share the machine's cores. */
const wholeProcesses = { environment: "node", fileParallelism: false } as const;

export default defineConfig({
  test: {
    projects: [
      "apps/web",
      {
        test: {
          name: "node",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/server/src/**/*.test.ts",
            "tooling/**/*.test.ts",
            "tests/bench/**/*.test.ts",
          ],
          environment: "node",
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...wholeProcesses,
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 40_000, // a server's start
          sequence: { groupOrder: 1 }, // after the others
        },
      },
      {
        test: {
          ...wholeProcesses,
          name: "hold",
          include: ["tests/{chaos,load}/**/*.hold.ts"],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
