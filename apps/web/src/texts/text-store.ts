import { createStore } from "zustand/vanilla";

import { type Audience, loadTexts, locales, type TextFunction } from "./load-texts.ts";

interface TextState {
  locale: string;
  text: TextFunction;
}
const CHOICE_KEY = "hefboom:locale";
const FIRST_LOCALE = "nl";

/** The locale of the whole page; nothing is rendered before `startTexts` has filled it. */
export const textStore = createStore<TextState>(() => ({
  locale: FIRST_LOCALE,
  text: (key) => key,
}));

/** The person's own choice, else the browser's language when the page is nobody's board yet. */
export async function startTexts(): Promise<void> {
  await want({ locale: storedChoice() ?? browserLocale() });
}

/** A board speaks its own language, unless the person has chosen one. */
export async function followBoardLocale(locale: string): Promise<void> {
  if (storedChoice() === undefined && locales.includes(locale)) await want({ locale });
}

export async function chooseLocale(locale: string): Promise<void> {
  try {
    localStorage.setItem(CHOICE_KEY, locale);
  } catch {
    // Storage may be denied; the choice then holds for this page only.
  }
  await want({ locale });
}

/** What a page of the staff is shown with: `loading`, as soon as the staff's texts are there as well. */
export async function withStaffTexts<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  const [loaded] = await Promise.all([loading, want({ audiences: ["participant", "staff"] })]);
  return loaded;
}

interface Wanted {
  locale: string;
  audiences: readonly Audience[];
}
let wanted: Wanted = { locale: FIRST_LOCALE, audiences: ["participant"] };
let latest: Promise<void> = Promise.resolve();

function want(change: Partial<Wanted>): Promise<void> {
  wanted = { ...wanted, ...change };
  latest = show(wanted);
  return latest;
}

async function show(mine: Wanted): Promise<void> {
  const text = await loadTexts(mine.locale, mine.audiences);
  // Wanted something else meanwhile: that one is shown, whichever arrives last.
  if (mine !== wanted) return latest;
  document.documentElement.lang = mine.locale;
  textStore.setState({ locale: mine.locale, text });
}

function storedChoice(): string | undefined {
  try {
    const choice = localStorage.getItem(CHOICE_KEY);
    return choice !== null && locales.includes(choice) ? choice : undefined;
  } catch {
    return undefined; // storage denied
  }
}

function browserLocale(): string {
  const tags = navigator.languages.map((tag) => tag.slice(0, 2));
  return tags.find((tag) => locales.includes(tag)) ?? FIRST_LOCALE;
}
