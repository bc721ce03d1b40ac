import { type Command, newId } from "@hefboom/board";
import type { CreatedBoard, Joined } from "@hefboom/contract";
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

import { facilitatorToken, join, makeBoard, send } from "../../support/api.ts";
import { readBoard } from "../../support/people/board-reading.ts";
import type { TestServer } from "../../support/test-server.ts";
import { t } from "../../support/texts.ts";
import { LAPTOP, someone } from "../steps.ts";
import { press } from "./keys.ts";

type Asking<C = Command> = C extends Command ? Omit<C, "id"> : never;

/** A board whose session is led by keys; what leads up to it is done without a page. */
export class Stage implements AsyncDisposable {
  readonly board: CreatedBoard;
  readonly server: TestServer;
  readonly #browser: Browser;
  readonly #token: string;
  readonly #contexts: BrowserContext[] = [];

  private constructor(browser: Browser, server: TestServer, board: CreatedBoard, token: string) {
    this.#browser = browser;
    this.server = server;
    this.board = board;
    this.#token = token;
  }

  /** @param phases of the standard plan that the session has gone through */
  static async set(
    browser: Browser,
    server: TestServer,
    phases: readonly string[] = [],
  ): Promise<Stage> {
    const board = await makeBoard(server, { title: "Met toetsen alleen", plan: "standard" });
    const stage = new Stage(browser, server, board, await facilitatorToken(server, board));
    await stage.goTo(phases);
    return stage;
  }

  async goTo(phases: readonly string[]): Promise<void> {
    for (const to of phases) {
      const doc = await readBoard(this.server, this.board.id, this.#token);
      const { seq } = doc.getMap("meta").get("phase") as { seq: number }; // the server's own
      await this.do({ op: "phase", to, seq });
    }
  }

  /** By who leads, or as somebody who joined. */
  async do(asking: Asking, person?: Joined): Promise<void> {
    const command = { ...asking, id: newId() } as Command; // an op with its fields, and an id
    const token = person?.token ?? this.#token;
    const [answer] = await send(this.server, this.board.id, token, [command]);
    if (!answer?.saved) throw new Error(`the stage was refused: ${answer?.refused}`);
  }

  join(name: string): Promise<Joined> {
    return join(this.server, this.board.code, { name, consent: "named" });
  }

  /** The page of who leads, or with another key that of the wall or the scribe. */
  async openLead(): Promise<Page> {
    const { id, facilitatorKey } = this.board;
    const page = await this.openPage(`/b/${id}/lead#key=${facilitatorKey}`);
    await expect(bar(page)).toBeVisible();
    return page;
  }

  async openPage(path: string): Promise<Page> {
    const page = await this.#someone();
    await page.goto(this.server.origin + path);
    return page;
  }

  /** The board of somebody who joined; as a list, for it has every control there is. */
  async openBoard({ token: value }: Joined, lever?: string): Promise<Page> {
    const page = await this.#someone();
    const { id } = this.board;
    const url = this.server.origin;
    await page.context().addCookies([{ name: `hb_${id}_participant`, value, url }]);
    await page.goto(`${url}/b/${id}`);
    await press(page, page.getByRole("button", { name: t("shape.toList") }));
    if (lever !== undefined) {
      await page.evaluate((to) => {
        location.hash = to;
      }, `lever=${lever}`);
      await expect(page.locator("#lever-title")).toBeVisible();
    }
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  async #someone(): Promise<Page> {
    const { context, page } = await someone(this.#browser, this.server.origin, LAPTOP);
    this.#contexts.push(context);
    return page;
  }
}

export const bar = (page: Page): Locator => page.getByRole("region", { name: t("lead.bar") });
export const dialog = (page: Page): Locator => page.getByRole("dialog");
/** What stands beside the board: cards, people, access and the bin. */
export const panel = (page: Page): Locator => page.getByRole("complementary");
export const inPanel = (page: Page, name: string | RegExp): Locator =>
  panel(page).getByRole("button", { name, exact: true });
export const inDialog = (page: Page, name: string | RegExp): Locator =>
  dialog(page).getByRole("button", { name, exact: true });
export const said = (page: Page, words: string | RegExp): Promise<void> =>
  expect(
    page.getByText(words, typeof words === "string" ? { exact: true } : {}).first(),
  ).toBeVisible();
