import type { TextKey } from "@hefboom/contract";
import { type Messages, setupI18n } from "@lingui/core";

type TextValues = Record<string, string | number>;
export type TextFunction = (key: TextKey, values?: TextValues) => string;

/** One chunk a locale; the Vite plugin has compiled its messages. A further language is one more file. */
const catalogues = import.meta.glob<Messages>("../../../../packages/contract/src/texts/*.json", {
  import: "default",
});
const loaderOf = new Map(
  Object.entries(catalogues).map(([path, load]) => [
    path.slice(path.lastIndexOf("/") + 1, -".json".length),
    load,
  ]),
);

/** Locales that have a catalogue. */
export const locales: readonly string[] = [...loaderOf.keys()];

/** @returns how texts are said in `locale`. @throws {RangeError} when it has no catalogue */
export async function loadTexts(locale: string): Promise<TextFunction> {
  const load = loaderOf.get(locale);
  if (load === undefined) throw new RangeError(`no texts in ${locale}`);
  const i18n = setupI18n({ locale, messages: { [locale]: await load() } });
  return (key, values) => i18n._(key, values);
}
