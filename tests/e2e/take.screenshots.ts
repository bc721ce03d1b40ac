import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";

import { TestServer } from "../support/test-server.ts";
import { openSite, type Site, sights } from "./pages.ts";
import { LAPTOP, PHONE } from "./steps.ts";

const FOLDER = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

let site: Site;
test.beforeAll(async () => {
  site = await openSite(await TestServer.start());
});
test.afterAll(async () => {
  await site.server[Symbol.asyncDispose]();
});

// npm run screenshots -w @hefboom/tests: every page at both sizes, into docs/screenshots/.
for (const device of [PHONE, LAPTOP]) {
  const { width } = device.viewport;
  for (const sight of sights) {
    test(`${sight.name}-${width}`, async ({ browser }) => {
      const context = await browser.newContext({ ...device, reducedMotion: "reduce" });
      const page = await context.newPage();
      await sight.open(page, site);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `${FOLDER}${sight.name}-${width}.png` });
      await context.close();
    });
  }
}
