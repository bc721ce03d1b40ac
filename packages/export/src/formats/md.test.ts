import type { Card } from "@hefboom/board";
import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { aCard, anInput, anOwner, type OwnedCard } from "../testing/export-builders.ts";
import { toMarkdown } from "./md.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
const parse = (markdown: string): Node => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const body = (card: Partial<Card>, rest: Partial<OwnedCard> = {}) =>
  toMarkdown(anInput([{ card: aCard(card), owner: anOwner({ speakerAgrees: true }), ...rest }]))
    .split("\n\n")
    .slice(3)
    .join("\n\n");

const childrenOf = (node: Node | undefined): readonly Node[] => node?.children ?? [];
const typesOf = (nodes: readonly Node[]) => nodes.map(({ type }) => type);
/** Kinds of nodes below this one. */
const typesIn = (node: Node): string[] =>
  childrenOf(node).flatMap((child) => [child.type, ...typesIn(child)]);
const textIn = (node: Node): string =>
  node.type === "break" ? "\n" : (node.value ?? childrenOf(node).map(textIn).join(""));

describe("toMarkdown", () => {
  it("has a heading a group and a lever that hold cards, in the board's order, the tray last", () => {
    const placed = (id: string, lever: string | null) => ({
      card: aCard({ id: id.repeat(20), text: `kaart ${id}`, place: { lever, order: "a0" } }),
      owner: anOwner(),
    });

    const markdown = toMarkdown(
      anInput([placed("a", "h01"), placed("b", "h02"), placed("c", "h08"), placed("d", null)]),
    );

    expect(markdown).toBe(
      [
        "# Jij kleurt Overijssel",
        "## Klein, organisch en door alle schalen",
        "### 1. Ontspannen en organisch werken",
        "- kaart a",
        "### 2. Dansen door de schalen",
        "- kaart b",
        "## Labs, arena's en nieuwe tafels",
        "### 8. Laten zien wat schuurt",
        "- kaart c",
        "## export.tray",
        "- kaart d\n",
      ].join("\n\n"),
    );
  });

  it("is a title alone for an empty board", () => {
    expect(toMarkdown(anInput([]))).toBe("# Jij kleurt Overijssel\n");
  });

  it("writes a quote as a block with who said it, who noted it and its labels", () => {
    const card = {
      kind: "quote" as const,
      text: "Eerst doen.\nDan praten.\n\nOf niet.",
      speaker: "Jan",
      labels: { scale: "region", voice: "maker" },
    };

    expect(body(card, { authorName: "Els" })).toBe(
      "> Eerst doen.\\\n> Dan praten.\n>\n> Of niet.\n>\n> — Jan, export.notedBy Els (Regio · Maker)\n",
    );
  });

  it("writes a note with its author", () => {
    expect(body({ text: "Twee\nregels" }, { authorName: "Els" })).toBe(
      "- Twee\\\n  regels\n\n  — Els\n",
    );
  });

  it("says of a quote of the essay where it comes from", () => {
    expect(body({ kind: "quote", via: "essay", speaker: "Jan" })).toBe(
      "> Een bankje voor iedereen\n>\n> — Jan, export.fromEssay\n",
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "[klik](https://example.org)",
    "![beeld](x)",
    "https://example.org www.example.org els@example.org",
    "# kop",
    "kop\n===",
    "kop\n---",
    "> citaat",
    "1. een",
    "1) een",
    "+ plus",
    "- min",
    "    code",
    "```\ncode",
    "~~~\ncode",
    "***",
    "_nadruk_ **vet** `code` ~~door~~ $x$",
    "a | b\n--|--\n1 | 2",
    "&lt;b&gt; &amp;",
    "slot\\",
    "[^1]\n\n[^1]: voetnoot",
    "\n\n\n# na lege regels",
    "[ ] taak",
  ])("shows %j as text and nothing else", (text) => {
    const tree = parse(toMarkdown(anInput([{ card: aCard({ text }), owner: anOwner() }])));

    const plain = ["heading", "text", "list", "listItem", "paragraph", "break", "inlineCode"];
    expect(typesIn(tree).filter((type) => !plain.includes(type))).toEqual([]);
  });

  it("shows every text letter by letter inside its own block", () => {
    const tokens = ["https://", "www.", "a@b.nl", ..."ab1*_[]()<>#&`~|\\!.:/@+-=\"'^$ \n"];
    const words = fc.array(fc.constantFrom(...tokens));
    fc.assert(
      fc.property(words, fc.constantFrom<Card["kind"]>("note", "quote"), (letters, kind) => {
        const text = `x${letters.join("")}y`;
        const expected = text
          .split("\n")
          .map((line) => line.replace(/\s+/g, " ").trim())
          .join("\n")
          .replace(/\n{2,}/g, "\n\n");

        const tree = parse(
          toMarkdown(anInput([{ card: aCard({ text, kind }), owner: anOwner() }])),
        );

        const [, , , block, more] = childrenOf(tree);
        expect(more).toBeUndefined();
        expect(block?.type).toBe(kind === "note" ? "list" : "blockquote");
        const own = kind === "note" ? childrenOf(block).flatMap(childrenOf) : childrenOf(block);
        const shown = own.map(textIn).join("\n\n");
        expect(shown).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps titles and names on their line", () => {
    const nasty = "a\n# b\r\n<i>#";

    const tree = parse(
      toMarkdown(
        anInput(
          [
            {
              card: aCard({ speaker: nasty }),
              owner: anOwner({ speakerAgrees: true }),
              authorName: nasty,
            },
          ],
          {
            title: nasty,
          },
        ),
      ),
    );

    expect(typesOf(childrenOf(tree))).toEqual(["heading", "heading", "heading", "list"]);
    expect(textIn(childrenOf(tree)[0] ?? tree)).toBe("a # b <i>#");
  });
});
