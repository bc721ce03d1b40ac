import * as Y from "yjs";

/** A struct as it stands in an update: an item, or clocks that stand for something collected or left out. */
export type NewStruct = NewItem | NewBlank;

export interface NewItem {
  readonly kind: "item";
  readonly id: Y.ID;
  readonly length: number;
  /** Its neighbours when it was typed. */
  readonly origin: Y.ID | null;
  readonly rightOrigin: Y.ID | null;
  /** Where it stands when it has no neighbour: a stored item, or the name of a root. */
  readonly parent: Y.ID | string | null;
  /** Its key, when it stands in a map. */
  readonly parentSub: string | null;
  /** `deleted`: deleted before it came here; `other`: something that is no plain text. */
  readonly content: { kind: "characters"; text: string } | { kind: "deleted" } | { kind: "other" };
}

interface NewBlank {
  readonly kind: "collected" | "skip";
  readonly id: Y.ID;
  readonly length: number;
}

/** What is left of `struct` without its first `known` clocks, as `sliceStruct` of yjs/src/utils/updates.js does. */
export function withoutFirst(struct: NewStruct, known: number): NewStruct {
  const { client, clock } = struct.id;
  const rest = { id: Y.createID(client, clock + known), length: struct.length - known };
  if (struct.kind !== "item") return { ...struct, ...rest };
  const { content } = struct;
  return {
    ...struct,
    ...rest,
    origin: Y.createID(client, clock + known - 1),
    content:
      content.kind === "characters" ? { ...content, text: content.text.slice(known) } : content,
  };
}
