import type { LocalisedText } from "@hefboom/board";

import type { ExportInput } from "../export-input.ts";
import { type PublishedCard, publishedCards } from "../published-cards.ts";
import { writable } from "../writable.ts";

/** Grows when a reader of the older shape would misread the newer; new fields alone do not change it. */
const SCHEMA_VERSION = 1;

/** What is not there is left out: no author, speaker or time without the right to tell it. */
export interface CardsExport {
  readonly schema: "hefboom-cards";
  readonly version: typeof SCHEMA_VERSION;
  readonly title: string;
  readonly locale: string;
  readonly authors: "shown" | "hidden";
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly filter: { readonly lever?: string; readonly kind?: string };
  readonly groups: readonly { readonly id: string; readonly title: LocalisedText }[];
  readonly levers: readonly {
    readonly id: string;
    readonly number: number;
    readonly group: string;
    readonly title: LocalisedText;
    readonly hint: LocalisedText;
  }[];
  readonly labelSets: ExportInput["labelSets"];
  /** In the board's order; those in the tray (`lever: null`) last. */
  readonly cards: readonly CardExport[];
}
export interface CardExport {
  readonly id: string;
  readonly kind: "note" | "quote";
  readonly text: string;
  readonly lever: string | null;
  readonly author?: string;
  readonly speaker?: string;
  readonly via?: "essay" | "scribe";
  readonly lang?: string;
  /** Label id by label set id. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly passage?: string;
  /** ISO 8601, UTC. */
  readonly createdAt?: string;
}

export function toJson(input: ExportInput): string {
  return `${JSON.stringify(cardsExport(input), null, 2)}\n`;
}

function cardsExport(input: ExportInput): CardsExport {
  const { lever, kind } = input.filter ?? {};
  return {
    schema: "hefboom-cards",
    version: SCHEMA_VERSION,
    title: writable(input.title),
    locale: input.locale,
    authors: input.authors,
    exportedAt: new Date(input.exportedAt).toISOString(),
    filter: { ...(lever !== undefined && { lever }), ...(kind !== undefined && { kind }) },
    groups: input.groups.map(({ id, title }) => ({ id, title })),
    levers: input.levers.map(({ id, number, group, title, hint }) => {
      return { id, number, group, title, hint };
    }),
    labelSets: input.labelSets,
    cards: publishedCards(input).map(cardExport),
  };
}

function cardExport(card: PublishedCard): CardExport {
  const { author, speaker, via, lang, labels, passage, createdAt } = card;
  return {
    id: card.id,
    kind: card.kind,
    text: card.text,
    lever: card.lever?.id ?? null,
    ...(author !== undefined && { author }),
    ...(speaker !== undefined && { speaker }),
    ...(via !== undefined && { via }),
    ...(lang !== undefined && { lang }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(passage !== undefined && { passage }),
    ...(createdAt !== undefined && { createdAt: new Date(createdAt).toISOString() }),
  };
}
