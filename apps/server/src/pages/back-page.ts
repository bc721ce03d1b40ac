import { html } from "./html.ts";
import { type PageContext, pageFrame } from "./page-frame.ts";

/** `/j/:code` for who came in before with this browser. */
export function backPage(
  context: PageContext,
  { boardId, boardTitle, name }: { boardId: string; boardTitle: string; name: string | undefined },
): string {
  const { t } = context;
  const go = name === undefined ? t("page.join.continue") : t("page.join.continueAs", { name });
  return pageFrame({
    ...context,
    title: `${t("page.join.back")}: ${boardTitle}`,
    content: html`<h1>${boardTitle}</h1>
<p>${t("page.join.back")}. ${t("page.join.backHint")}</p>
<a class="button" href="/b/${boardId}">${go}</a>`,
  });
}
