import { defineConfig } from "vitest/config";

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
          ],
          environment: "node",
          testTimeout: 20_000,
        },
      },
    ],
  },
});
