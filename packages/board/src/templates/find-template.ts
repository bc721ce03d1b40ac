import { elfHefbomen } from "./elf-hefbomen.ts";
import type { Template } from "./template-schema.ts";

/** Templates that come with the program, by id. A board made from another object of this shape works as well. */
const templates: ReadonlyMap<string, Template> = new Map([[elfHefbomen.id, elfHefbomen]]);

export function findTemplate(id: string): Template | undefined {
  return templates.get(id);
}
