import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { TestServer } from "../support/test-server.ts";
import { sweep } from "./keyboard/sweep.ts";
import { openSite, type Site, sights } from "./pages.ts";
import { LAPTOP, PHONE } from "./steps.ts";

let site: Site;
test.beforeAll(async () => {
  site = await openSite(await TestServer.start());
});
test.afterAll(async () => {
  await site.server[Symbol.asyncDispose]();
});

for (const [size, device] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  for (const sight of sights) {
    test(`axe finds nothing serious: ${sight.name}, ${size}`, async ({ browser }) => {
      const context = await browser.newContext({ ...device, reducedMotion: "reduce" });
      const page = await context.newPage();
      await sight.open(page, site);

      const { violations } = await new AxeBuilder({ page }).analyze();

      const grave = violations.filter(
        ({ impact }) => impact === "serious" || impact === "critical",
      );
      expect(
        grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      ).toEqual([]);
      await context.close();
    });

    test(`Tab reaches everything, which has a name: ${sight.name}, ${size}`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ ...device, reducedMotion: "reduce" });
      const page = await context.newPage();
      await sight.open(page, site);

      const missed = await sweep(page);

      expect(missed).toEqual({ unreached: [], unmarked: [], covered: [], nameless: [] });
      await context.close();
    });
  }
}
