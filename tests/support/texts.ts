import type { TextKey } from "@hefboom/contract";
import { catalogues } from "@hefboom/contract/texts/catalogues.ts";

const { nl } = catalogues;

/** A Dutch text as people see it, with its values put in; for messages without plurals. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return filled(nl[key], values);
}

const PLURAL = /\{count, plural,((?:\s*(?:=\d+|\w+) \{(?:[^{}]|\{\w+\})*\})+)\}/;
const FORM = /(=\d+|\w+) \{((?:[^{}]|\{\w+\})*)\}/g;

/** A Dutch text that counts, in the form for `count`. */
export function tCount(
  key: TextKey,
  count: number,
  values: Record<string, string | number> = {},
): string {
  const words = nl[key].replace(PLURAL, (_whole, written: string) => {
    const forms = new Map([...written.matchAll(FORM)].map(([, name, form]) => [name, form ?? ""]));
    const form = forms.get(`=${count}`) ?? forms.get(count === 1 ? "one" : "other") ?? "";
    return form.replaceAll("#", String(count));
  });
  return filled(words, { ...values, count });
}

function filled(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
