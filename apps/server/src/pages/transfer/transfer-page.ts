import { readFileSync } from "node:fs";
import type { TextKey } from "@hefboom/contract";

import { html } from "../html.ts";
import { type PageContext, pageFrame } from "../page-frame.ts";

/** Where the page's script is served. */
export const TRANSFER_SCRIPT = "/t.js";

/** Not part of the web app: a page that opens the app should not have to load it first. */
export const transferScript = readFileSync(new URL("./continue-here.js", import.meta.url), "utf8");

/** What the script shows instead of what is said to who has no script. */
const sentences: readonly (readonly [when: string, TextKey])[] = [
  ["busy", "page.transfer.busy"],
  ["failed", "page.transfer.failed"],
  ["stopped", "page.join.stopped"],
  ["too-often", "page.join.tooOften"],
  ["offline", "page.transfer.offline"],
];

/** `/t#<code>`: goes on as the person who made the code on another device. */
export function transferPage(context: PageContext): string {
  const { t } = context;
  const title = t("page.transfer.title");
  return pageFrame({
    ...context,
    title,
    content: html`<h1>${title}</h1>
<div role="status">
<p data-when="help">${t("page.transfer.help")}</p>
<div data-when="ask" hidden>
<p>${t("page.transfer.ask")}</p>
<button class="button" data-go-on type="button">${t("page.transfer.yes")}</button>
</div>
${sentences.map(
  ([when, key]) => html`<p data-when="${when}" hidden>${t(key)}</p>
`,
)}</div>
<script src="${TRANSFER_SCRIPT}" defer></script>`,
  });
}
