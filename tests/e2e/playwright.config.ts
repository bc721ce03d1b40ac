import { defineConfig } from "@playwright/test";

import { chromiumArgs, findChromium } from "../support/find-chromium.ts";

export default defineConfig({
  testDir: ".",
  outputDir: ".results",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  reporter: [["list"]],
  use: {
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
    trace: "retain-on-failure",
  },
  projects: [
    { name: "e2e", testMatch: "**/*.spec.ts" },
    { name: "screenshots", testMatch: "**/*.screenshots.ts" },
  ],
});
