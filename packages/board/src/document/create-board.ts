import type * as Y from "yjs";
import { type AuthorsMode, DOCUMENT_SCHEMA, type Meta } from "../model/meta.ts";
import { CLOSED_PHASE, OPEN_PHASE } from "../plan/fixed-phases.ts";
import type { Plan } from "../plan/phase-schema.ts";
import type { Template } from "../templates/template-schema.ts";
import type { LocalisedText } from "../words/localised-text-schema.ts";
import { leversOf, metaOf } from "./roots.ts";

export interface NewBoard {
  title: LocalisedText;
  locale: string;
  authors: AuthorsMode;
  template: Template;
  /** The steps of the session; a standing board when absent. */
  plan?: Plan;
  /** Milliseconds since 1970, server time. */
  now: number;
}

/** Writes the roots `meta` and `levers` of a new, empty board into `doc` in one transaction. */
export function createBoard(doc: Y.Doc, board: NewBoard): void {
  const { template, plan = [OPEN_PHASE] } = board;
  const [first = CLOSED_PHASE] = plan;
  const meta: Meta = {
    schema: DOCUMENT_SCHEMA,
    epoch: 1,
    title: board.title,
    locale: board.locale,
    groups: template.groups.map(({ id, title, hue }) => ({ id, title, hue })),
    plan,
    phase: { id: first.id, seq: 0, index: 0, startedAt: board.now },
    timer: null,
    locks: { board: false, levers: [] },
    spotlight: null,
    ballot: null,
    labelSets: template.labelSets,
    authors: board.authors,
    settings: {},
  };
  doc.transact(() => {
    for (const [key, value] of Object.entries(meta)) metaOf(doc).set(key, value);
    let order = 0;
    for (const group of template.groups) {
      for (const { id, number, title, hint } of group.levers) {
        leversOf(doc).set(id, { group: group.id, number, title, hint: hint ?? {}, order });
        order += 1;
      }
    }
  });
}
