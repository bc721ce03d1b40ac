import { type Html, html } from "./html.ts";
import type { PageContext } from "./page-frame.ts";

export interface TypedCode {
  code?: string | undefined;
  error?: string | undefined;
}

/** Where a join code is typed; small letters, spaces and dashes are taken as well. */
export function codeForm({ t }: PageContext, { code, error }: TypedCode = {}): Html {
  const described = error === undefined ? "code-hint" : "code-error code-hint";
  return html`<form method="get" action="/j">
<div class="field">
<label for="code">${t("page.home.code")}</label>
<p class="hint" id="code-hint">${t("page.home.codeHint")}</p>
${error !== undefined && html`<p class="error" id="code-error">${error}</p>`}
<input class="code-input" id="code" name="code" value="${code}" type="text" required maxlength="20" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" enterkeyhint="go" aria-describedby="${described}"${error !== undefined && html` aria-invalid="true" autofocus`}>
</div>
<button class="button" type="submit">${t("page.home.go")}</button>
</form>`;
}
