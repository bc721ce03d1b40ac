import { codeForm, type TypedCode } from "./code-form.ts";
import { html } from "./html.ts";
import { type PageContext, pageFrame } from "./page-frame.ts";

/** `/`: come in with a code, or organise. */
export function homePage(context: PageContext, typed: TypedCode = {}): string {
  const { t } = context;
  const title = t("page.home.title");
  return pageFrame({
    ...context,
    title,
    hasError: typed.error !== undefined,
    content: html`<h1>${t("app.name")}</h1>
<p>${t("app.tagline")}</p>
${codeForm(context, typed)}
<p><a href="/o">${t("page.home.organise")}</a></p>`,
  });
}
