import type { LocalisedText } from "./localised-text-schema.ts";

/** The text in `locale`, else in `fallback` (the board's locale), else in any; empty when it has none. */
export function localise(text: LocalisedText, locale: string, fallback = locale): string {
  return text[locale] ?? text[fallback] ?? Object.values(text)[0] ?? "";
}
