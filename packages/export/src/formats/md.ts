import { type LeverView, labelOf, localise } from "@hefboom/board";
import type { ExportInput } from "../export-input.ts";
import { type PublishedCard, publishedCards } from "../published-cards.ts";
import { escapeLine, escapeLines } from "./escape-markdown.ts";

/** A document to read: a heading a group and a lever, notes as a list, quotes as blocks with who said it. */
export function toMarkdown(input: ExportInput): string {
  const cards = publishedCards(input);
  const blocks = [`# ${escapeLine(input.title) || "—"}`];
  for (const group of input.groups) {
    const levers = input.levers.filter((lever) => lever.group === group.id);
    const sections = levers.flatMap((lever) => leverBlocks(input, lever, cards));
    if (sections.length === 0) continue;
    blocks.push(`## ${escapeLine(localise(group.title, input.locale))}`, ...sections);
  }
  const unplaced = cards.filter(({ lever }) => lever === undefined);
  if (unplaced.length > 0) {
    blocks.push(`## ${escapeLine(input.translate("export.tray"))}`, ...cardBlocks(input, unplaced));
  }
  return `${blocks.join("\n\n")}\n`;
}

function leverBlocks(
  input: ExportInput,
  lever: LeverView,
  cards: readonly PublishedCard[],
): string[] {
  const own = cards.filter((card) => card.lever?.id === lever.id);
  if (own.length === 0) return [];
  const title = `### ${lever.number}. ${escapeLine(localise(lever.title, input.locale))}`;
  return [title, ...cardBlocks(input, own)];
}

function cardBlocks(input: ExportInput, cards: readonly PublishedCard[]): string[] {
  return cards.map((card) => {
    const paragraphs = escapeLines(card.text);
    const attribution = attributionOf(input, card);
    if (attribution !== "") paragraphs.push("", attribution);
    const isQuote = card.kind === "quote";
    return paragraphs
      .map((line, index) => `${isQuote ? "> " : index === 0 ? "- " : "  "}${line}`.trimEnd())
      .join("\n");
  });
}

/** Who said it, who wrote it, and the labels, as far as each may be told: `— Jan, noted by Els (Region)`. */
function attributionOf(input: ExportInput, card: PublishedCard): string {
  const author = card.author === undefined ? "" : escapeLine(card.author);
  const isSaidByAuthor = card.kind === "note" && card.speaker === undefined;
  const names: string[] = [];
  if (card.speaker !== undefined) names.push(escapeLine(card.speaker));
  if (author !== "") {
    names.push(isSaidByAuthor ? author : input.translate("export.notedBy", { name: author }));
  }
  if (card.via === "essay") names.push(escapeLine(input.translate("export.fromEssay")));
  const labels = input.labelSets.flatMap((set) => {
    const label = labelOf(set, card.labels);
    return label === undefined ? [] : [escapeLine(localise(label.title, input.locale))];
  });
  const marks = labels.length > 0 ? `(${labels.join(" · ")})` : "";
  const said = names.length > 0 ? `— ${names.join(", ")}` : "";
  return [said, marks].filter(Boolean).join(" ");
}
