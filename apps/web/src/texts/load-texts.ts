import type { TextKey } from "@hefboom/contract";
import { type Messages, setupI18n } from "@lingui/core";

type TextValues = Record<string, string | number>;
export type TextFunction = (key: TextKey, values?: TextValues) => string;

/** One chunk a locale and audience; the Vite plugin has compiled its messages. A further language is one more folder. */
const loads = import.meta.glob<Messages>(
  "../../../../packages/contract/src/texts/*/{participant,staff}.json",
  { import: "default" },
);
const FOLDER = "../../../../packages/contract/src/texts/";

const audiences = ["participant", "staff"] as const;
/** `participant`: what every page says; `staff`: what only those who lead, write for others or organise read. */
export type Audience = (typeof audiences)[number];

/** Locales that have a catalogue. */
export const locales: readonly string[] = [
  ...new Set(Object.keys(loads).map((path) => path.slice(FOLDER.length).split("/")[0] ?? "")),
];

/** @returns how texts for `wanted` are said in `locale`. @throws {RangeError} when it has no catalogue */
export async function loadTexts(
  locale: string,
  wanted: readonly Audience[] = audiences,
): Promise<TextFunction> {
  const parts = await Promise.all(
    wanted.map((audience) => {
      const load = loads[`${FOLDER}${locale}/${audience}.json`];
      if (load === undefined) throw new RangeError(`no texts in ${locale}`);
      return load();
    }),
  );
  const i18n = setupI18n({ locale, messages: { [locale]: Object.assign({}, ...parts) } });
  return (key, values) => i18n._(key, values);
}
