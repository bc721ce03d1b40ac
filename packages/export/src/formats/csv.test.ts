import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCard, anInput, anOwner } from "../testing/export-builders.ts";
import { parseCsv } from "../testing/parse-csv.ts";
import { toCsv } from "./csv.ts";

const textCell = (text: string) =>
  parseCsv(toCsv(anInput([{ card: aCard({ text }), owner: anOwner() }])))[1]?.[5];

describe("toCsv", () => {
  it("writes a byte order mark, a header and one row a card, ended by CRLF", () => {
    const card = aCard({
      kind: "quote",
      speaker: "Jan",
      labels: { scale: "region" },
      passage: "f".repeat(20),
      at: Date.UTC(2015, 5, 12, 9),
    });

    const csv = toCsv(
      anInput([{ card, owner: anOwner({ speakerAgrees: true }), authorName: "Els" }]),
    );

    expect(csv).toBe(
      [
        "\ufeffid,group,lever_number,lever,kind,text,author,speaker,via,label_scale,label_voice,passage,created_at",
        'c0000000000000000001,"Klein, organisch en door alle schalen",1,Ontspannen en organisch werken,quote,' +
          "Een bankje voor iedereen,Els,Jan,,Regio,,ffffffffffffffffffff,2015-06-12T09:00:00.000Z",
        "",
      ].join("\r\n"),
    );
  });

  it("has a header and no rows for an empty board", () => {
    expect(parseCsv(toCsv(anInput([])))).toHaveLength(1);
  });

  it("leaves group and lever empty for a card in the tray", () => {
    const card = aCard({ place: { lever: null, order: "a0" } });

    const [, row] = parseCsv(toCsv(anInput([{ card, owner: anOwner() }])));

    expect(row?.slice(1, 4)).toEqual(["", "", ""]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\r\n=1", "\u0000=1", "＝1"])(
    "makes %j harmless for a spreadsheet",
    (text) => {
      expect(textCell(text)).toBe(`'${text.replace("\u0000", "")}`);
    },
  );

  it("makes names harmless too", () => {
    const owner = anOwner({ speakerAgrees: true });

    const [, row] = parseCsv(
      toCsv(anInput([{ card: aCard({ speaker: "=A1" }), owner, authorName: "@els" }])),
    );

    expect(row?.slice(6, 8)).toEqual(["'@els", "'=A1"]);
  });

  it("reads back as it was written, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const expected = text.replace(/(?![\t\n\r])\p{Cc}/gu, "");

        const cell = textCell(text);

        expect(cell === expected || cell === `'${expected}`).toBe(true);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
