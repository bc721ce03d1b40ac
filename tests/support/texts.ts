import type { TextKey } from "@hefboom/contract";
import nl from "@hefboom/contract/texts/nl.json" with { type: "json" };

/** A Dutch text as people see it, with its values put in; for messages without plurals. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return nl[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
