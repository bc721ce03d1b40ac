import { codeForm } from "./code-form.ts";
import { html } from "./html.ts";
import { type PageContext, pageFrame } from "./page-frame.ts";

/** A join code that opens nothing, with the field to try again. */
export function unknownCodePage(context: PageContext, code: string): string {
  const { t } = context;
  const title = t("page.join.unknownTitle");
  const form = codeForm(context, { code, error: t("page.join.unknown") });
  return pageFrame({ ...context, title, hasError: true, content: html`<h1>${title}</h1>${form}` });
}

/** Something went wrong; `text` says what to do. */
export function problemPage(
  context: PageContext,
  { title, text }: { title: string; text: string },
): string {
  const { t } = context;
  return pageFrame({
    ...context,
    title,
    content: html`<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">${t("page.notFound.home")}</a></p>`,
  });
}
