import { createStore } from "zustand/vanilla";

import { loadTexts, locales, type TextFunction } from "./load-texts.ts";

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
  await setLocale(storedChoice() ?? browserLocale());
}

/** A board speaks its own language, unless the person has chosen one. */
export async function followBoardLocale(locale: string): Promise<void> {
  if (storedChoice() === undefined && locales.includes(locale)) await setLocale(locale);
}

export async function chooseLocale(locale: string): Promise<void> {
  try {
    localStorage.setItem(CHOICE_KEY, locale);
  } catch {
    // Storage may be denied; the choice then holds for this page only.
  }
  await setLocale(locale);
}

async function setLocale(locale: string): Promise<void> {
  const text = await loadTexts(locale);
  document.documentElement.lang = locale;
  textStore.setState({ locale, text });
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
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.find((tag) => locales.includes(tag)) ?? FIRST_LOCALE;
}
