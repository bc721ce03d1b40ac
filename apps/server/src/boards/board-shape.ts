import { type Meta, readLevers, readMeta, type Template } from "@hefboom/board";
import type * as Y from "yjs";

/** What another board begins from that is to be like this one. */
export interface BoardShape extends Pick<Meta, "plan" | "authors"> {
  readonly template: Template;
}

export function shapeOf(doc: Y.Doc): BoardShape {
  const { title, groups, labelSets, plan, authors } = readMeta(doc);
  const levers = readLevers(doc);
  const leversOf = (groupId: string) =>
    levers
      .filter(({ group }) => group === groupId)
      .map(({ id, number, title, hint }) => ({ id, number, title, hint }));
  const filled = groups.map((group) => ({ ...group, levers: leversOf(group.id) }));
  return { plan, authors, template: { id: "copy", title, groups: filled, labelSets } };
}
