import type { AuthorsMode, Consent } from "@hefboom/board";
import { NAME_MAX_LENGTH } from "@hefboom/board";

import type { TextKey } from "@hefboom/contract";
import { html } from "./html.ts";
import { type PageContext, pageFrame } from "./page-frame.ts";

export interface JoinForm {
  boardTitle: string;
  /** As it stands in the address that the form goes back to. */
  code: string;
  authors: AuthorsMode;
  name?: string | undefined;
  consent?: Consent | undefined;
  nameError?: string | undefined;
}

const choices: readonly (readonly [Consent, TextKey])[] = [
  ["named", "page.join.named"],
  ["anonymous", "page.join.anonymous"],
  ["none", "page.join.none"],
];

/** What is asked, and what becomes of it: another thing where nobody may know who wrote what. */
const words = {
  shown: {
    name: "page.join.name",
    nameHint: "page.join.nameHint",
    consentHint: "page.join.consentHint",
  },
  hidden: {
    name: "page.join.nameHidden",
    nameHint: "page.join.nameHintHidden",
    consentHint: "page.join.consentHintHidden",
  },
} as const satisfies Record<AuthorsMode, Record<string, TextKey>>;

/** `/j/:code`: a name that may stay empty, the question of consent, one button. */
export function joinPage(context: PageContext, form: JoinForm): string {
  const { t } = context;
  const { boardTitle, code, authors, name, consent, nameError } = form;
  const asks = words[authors];
  const described = nameError === undefined ? "name-hint" : "name-error name-hint";
  const radio = ([value, key]: (typeof choices)[number]) => html`<label>
<input type="radio" name="consent" value="${value}"${value === consent && html` checked`}>
<span>${t(key)}</span>
</label>
`;
  return pageFrame({
    ...context,
    title: `${t("page.join.title")}: ${boardTitle}`,
    hasError: nameError !== undefined,
    content: html`<h1>${boardTitle}</h1>
<form method="post" action="/j/${encodeURIComponent(code)}">
<div class="field">
<label for="name">${t(asks.name)}</label>
<p class="hint" id="name-hint">${t(asks.nameHint)}</p>
${nameError !== undefined && html`<p class="error" id="name-error">${nameError}</p>`}
<input id="name" name="name" value="${name}" type="text" maxlength="${NAME_MAX_LENGTH}" autocomplete="name" spellcheck="false" aria-describedby="${described}"${nameError !== undefined && html` aria-invalid="true" autofocus`}>
</div>
<fieldset class="choices" aria-describedby="consent-hint">
<legend>${t("page.join.consent")}</legend>
<p class="hint" id="consent-hint">${t(asks.consentHint)}</p>
${choices.map(radio)}</fieldset>
<button class="button" type="submit">${t("page.join.go")}</button>
</form>`,
  });
}
