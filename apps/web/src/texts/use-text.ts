import { useStore } from "zustand";

import type { TextFunction } from "./load-texts.ts";
import { textStore } from "./text-store.ts";

/** How to say a text in the page's language: `text("card.count", { count: 3 })`. */
export function useText(): TextFunction {
  return useStore(textStore, ({ text }) => text);
}

export function useLocale(): string {
  return useStore(textStore, ({ locale }) => locale);
}
