import type nl from "./nl.json";

/** Name of a text that people see; each catalogue (`nl.json`, `en.json`) holds one for every key. */
export type TextKey = keyof typeof nl;
