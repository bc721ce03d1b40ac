import type { TextKey } from "@hefboom/contract";
import { catalogues } from "@hefboom/contract/texts/catalogues.ts";
import { type I18n, type Messages, setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";

export type Translate = (key: TextKey, values?: Readonly<Record<string, string>>) => string;

/** Languages that the pages are written in; the first is for everybody else. */
const pageLocales = ["nl", "en"] as const satisfies readonly (keyof typeof catalogues)[];
export type PageLocale = (typeof pageLocales)[number];

const compiled = new Map<PageLocale, I18n>();

/** Texts in `locale`, or in the first language when there is no catalogue of that one. */
export function translator(locale: string): Translate {
  const i18n = i18nOf(pageLocales.find((known) => known === locale.split("-")[0]) ?? "nl");
  return (key, values) => i18n._(key, values);
}

function i18nOf(locale: PageLocale): I18n {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const messages: Messages = {};
  for (const [key, text] of Object.entries(catalogues[locale]))
    messages[key] = compileMessage(text);
  const i18n = setupI18n({ locale, messages: { [locale]: messages } });
  compiled.set(locale, i18n);
  return i18n;
}

/** The language that a browser asks for first, of those there are. */
export function localeOf(acceptLanguage: string | undefined): PageLocale {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
    return { tag: tag.split("-")[0], quality: Number(quality?.split("=")[1] ?? 1) };
  });
  wanted.sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = pageLocales.find((known) => known === tag);
    if (locale !== undefined) return locale;
  }
  return "nl";
}
