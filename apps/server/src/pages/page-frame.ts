import type { Translate } from "../texts/translate.ts";
import { type Html, html } from "./html.ts";

export interface PageContext {
  locale: string;
  t: Translate;
}
interface Frame extends PageContext {
  title: string;
  /** Says so in the title too, which is what a screen reader reads first. */
  hasError?: boolean;
  content: Html;
}

/** What all plain pages have around them. They work without any script, and before the styles have come. */
export function pageFrame({ locale, t, title, hasError, content }: Frame): string {
  const shown = hasError ? t("page.error.prefix", { title }) : title;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${shown} – ${t("app.name")}</title>
<link rel="stylesheet" href="/assets/page.css">
</head>
<body class="page">
<main class="page-card">
${content}
</main>
</body>
</html>
`.toString();
}
