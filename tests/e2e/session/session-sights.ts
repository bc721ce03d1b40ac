import { expect, type Locator, type Page } from "@playwright/test";

import { t } from "../../support/texts.ts";
import type { Sight, Site } from "../pages.ts";
import { titleOf } from "./lead-steps.ts";
import type { SessionBoard, SessionBoards } from "./session-boards.ts";

const hasRoom = (page: Page) => (page.viewportSize()?.width ?? 0) >= 1_000;

async function lead(page: Page, { server }: Site, board: SessionBoard): Promise<void> {
  await page.goto(`${server.origin}/b/${board.id}/lead#key=${board.facilitatorKey}`);
  await expect(page.getByRole("region", { name: t("lead.bar") })).toBeVisible();
}

/** Opens a tool of the bar, on a phone by way of "more". */
async function tool(page: Page, name: RegExp): Promise<void> {
  const bar = page.getByRole("region", { name: t("lead.bar") });
  if (!hasRoom(page)) await bar.getByRole("button", { name: t("lead.more") }).click();
  await (hasRoom(page) ? bar : page.getByRole("dialog")).getByRole("button", { name }).click();
}

async function wall(page: Page, { server }: Site, board: SessionBoard): Promise<void> {
  await page.goto(`${server.origin}/b/${board.id}/wall#key=${board.viewerKey}`);
  await expect(page.locator("main[data-scene]")).toBeVisible();
}

/** Comes in as a participant, on a wide screen to the list, and opens a lever. */
async function board(
  page: Page,
  { server }: Site,
  { which, lever }: { which: SessionBoard; lever?: string },
): Promise<void> {
  await page.goto(`${server.origin}/j/${which.code}`);
  await page.locator('input[name="name"]').fill("Noor");
  await page.locator('input[name="consent"][value="named"]').check();
  await page.locator("form button[type=submit]").last().click();
  await expect(page.getByRole("region", { name: t("phase.region") })).toBeVisible();
  if (lever === undefined) return;
  if (hasRoom(page)) await page.getByRole("button", { name: t("shape.toList") }).click();
  await page.evaluate((id) => {
    location.hash = `lever=${id}`;
  }, lever);
  await expect(page.locator("#lever-title")).toBeVisible();
}

const wallSight = (name: string, which: keyof SessionBoards, words: string): Sight => ({
  name,
  open: async (page, site) => {
    await wall(page, site, site.session[which]);
    await expect(page.getByText(words).first()).toBeVisible();
  },
});

const writeDraft = async (page: Page) => {
  await page.getByRole("button", { name: t("composer.open") }).click();
  const sheet = page.getByRole("dialog", { name: t("composer.title") });
  await sheet.getByLabel(t("composer.noteText")).fill("Een bankje dat iedereen mag verzetten.");
  await sheet.getByLabel(t("composer.lever")).selectOption("h04");
  await sheet.getByRole("button", { name: t("composer.place") }).click();
  await expect(page.getByText(t("card.held.draft")).first()).toBeVisible();
};

const boards: readonly Sight[] = [
  {
    name: "board-silence",
    open: async (page, site) => {
      await board(page, site, { which: site.session.silence, lever: "h04" });
      await writeDraft(page);
    },
  },
  {
    name: "composer-silence",
    open: async (page, site) => {
      await board(page, site, { which: site.session.silence });
      await page.getByRole("button", { name: t("composer.open") }).click();
      await expect(page.getByText(t("composer.isDraft"))).toBeVisible();
    },
  },
  {
    name: "board-choosing",
    open: async (page, site) => {
      await board(page, site, { which: site.session.cluster, lever: "h02" });
      await page.getByRole("button", { name: t("cluster.choose"), exact: true }).click();
      await page.locator("[aria-pressed]").last().click();
      await expect(page.getByRole("button", { name: t("cluster.together") })).toBeEnabled();
    },
  },
  {
    name: "board-vote",
    open: async (page, site) => {
      await board(page, site, { which: site.session.vote, lever: "h02" });
      await expect(page.getByRole("region", { name: t("vote.region") })).toBeVisible();
    },
  },
  {
    name: "board-vote-canvas",
    open: async (page, site) => {
      await board(page, site, { which: site.session.vote });
      await expect(page.getByRole("region", { name: t("vote.region") })).toBeVisible();
    },
  },
  {
    name: "board-results",
    open: async (page, site) => {
      await board(page, site, { which: site.session.results, lever: "h02" });
      await expect(page.getByRole("button", { name: t("vote.orderVotes") })).toBeVisible();
    },
  },
  {
    name: "board-spotlight",
    open: async (page, site) => {
      await board(page, site, { which: site.session.spotlight });
      await expect(page.getByRole("region", { name: t("spotlight.points") })).toBeVisible();
    },
  },
  {
    name: "board-closed",
    open: async (page, { server, session: { closed } }) => {
      // The door is closed as well: this is who was in already.
      const { id, participantToken: value } = closed;
      const cookie = { name: `hb_${id}_participant`, value, url: server.origin };
      await page.context().addCookies([cookie]);
      await page.goto(`${server.origin}/b/${id}`);
      await expect(page.getByRole("heading", { name: t("closed.title") })).toBeVisible();
    },
  },
  {
    name: "lead-closed",
    open: async (page, site) => {
      await lead(page, site, site.session.closed);
      await expect(page.getByText(t("lead.closed")).first()).toBeVisible();
    },
  },
];

/** One section of what keeps order, with something in it opened or not. */
const moderationSight = (section: "people" | "access", ready: (page: Page) => Locator): Sight => ({
  name: `lead-${section}`,
  open: async (page, site) => {
    await lead(page, site, site.session.cluster);
    await tool(page, new RegExp(`^${t("lead.mod.open")}$`));
    const name = t(`lead.mod.section.${section}`);
    await page.getByRole("button", { name, exact: true }).click();
    await expect(ready(page)).toBeVisible();
    if (section === "people") await ready(page).click();
  },
});

const leading: readonly Sight[] = [
  {
    name: "lead-silence",
    open: async (page, site) => {
      await lead(page, site, site.session.silence);
      await expect(page.getByText(titleOf("write"), { exact: true }).first()).toBeVisible();
    },
  },
  {
    name: "lead-moderation",
    open: async (page, site) => {
      await lead(page, site, site.session.moderated);
      await tool(page, /wacht/);
      await expect(page.getByText("Zet de stoelen in een kring.").first()).toBeVisible();
    },
  },
  {
    name: "lead-vote",
    open: async (page, site) => {
      await lead(page, site, site.session.vote);
      await tool(page, /gestemd/);
      await expect(page.getByRole("heading", { name: t("lead.vote.state.open") })).toBeVisible();
    },
  },
  {
    name: "lead-plan",
    open: async (page, site) => {
      await lead(page, site, site.session.silence);
      await page.getByRole("button", { name: new RegExp(t("lead.phase.all")) }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: t("lead.plan.open") }).click();
      await dialog.getByRole("button", { name: new RegExp(`^6\\s*${titleOf("vote")}`) }).click();
      await expect(dialog.getByLabel(t("lead.vote.dots"))).toBeAttached();
    },
  },
  {
    name: "lead-time",
    open: async (page, site) => {
      await lead(page, site, site.session.welcome);
      await page.getByRole("button", { name: t("lead.timer.open") }).click();
      await expect(page.getByRole("switch", { name: t("lead.timer.sound") })).toBeVisible();
    },
  },
  {
    name: "lead-lock",
    open: async (page, site) => {
      await lead(page, site, site.session.reveal);
      await tool(page, new RegExp(`^${t("lead.lock.open")}$`));
      await expect(page.getByRole("switch", { name: t("lead.lock.board") })).toBeVisible();
    },
  },
  moderationSight("people", (page) => page.getByRole("button", { name: /^Ann/ })),
  moderationSight("access", (page) => page.getByRole("button", { name: t("lead.access.close") })),
  {
    name: "lead-look",
    open: async (page, site) => {
      await lead(page, site, site.session.results);
      await page
        .getByRole("region", { name: t("lead.bar") })
        .getByRole("button", { name: t("lead.look.open") })
        .click();
      await expect(page.getByRole("dialog", { name: t("lead.look.title") })).toBeVisible();
    },
  },
  {
    name: "scribe",
    open: async (page, { server, session: { vote } }) => {
      await page.goto(`${server.origin}/b/${vote.id}/scribe#key=${vote.scribeKey}`);
      await page.getByLabel(t("scribe.who")).fill("tafel 4");
      await expect(page.getByRole("heading", { name: t("scribe.votes") })).toBeVisible();
    },
  },
];

const phases = ["welcome", "read", "reveal", "cluster", "harvest"] as const;

/** What who leads, the hall and a participant see of a phase that has nothing else to show. */
const inPhase = (phase: (typeof phases)[number]): readonly Sight[] => [
  {
    name: `lead-${phase}`,
    open: async (page, site) => {
      await lead(page, site, site.session[phase]);
      await expect(page.getByText(titleOf(phase), { exact: true }).first()).toBeVisible();
    },
  },
  wallSight(`wall-${phase}`, phase, titleOf(phase)),
  {
    name: `board-${phase}`,
    open: async (page, site) => {
      const which = site.session[phase];
      const isListed = phase === "reveal" || phase === "cluster";
      await board(page, site, isListed ? { which, lever: "h02" } : { which });
      await expect(page.getByRole("heading", { name: titleOf(phase) })).toBeVisible();
    },
  },
];

/** The pages of a session that is led, in the phases people see them in. */
export const sessionSights: readonly Sight[] = [
  ...phases.flatMap(inPhase),
  ...leading,
  ...boards,
  wallSight("wall-silence", "silence", t("wall.writing")),
  wallSight("wall-spotlight", "spotlight", "Begin bij de brug die iedereen kent."),
  wallSight("wall-vote", "vote", t("wall.voteOpen")),
  wallSight("wall-results", "results", t("wall.results")),
  wallSight("wall-closed", "closed", t("wall.thanks")),
  {
    name: "check",
    open: async (page, { server }) => {
      await page.goto(`${server.origin}/check`);
      await expect(page.getByText(t("check.verdict.fine"))).toBeVisible();
    },
  },
];
