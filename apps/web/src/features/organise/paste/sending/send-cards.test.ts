import { afterEach, expect, it, vi } from "vitest";

import type { PastedCard } from "../reading/parse-cards.ts";
import { PORTION, sendCards, toSend } from "./send-cards.ts";

const aCard = (line: number, changes: Partial<PastedCard> = {}): PastedCard => ({
  line,
  text: `regel ${line}`,
  kind: "note",
  lever: undefined,
  speaker: "",
  problem: undefined,
  ...changes,
});
const forAll = { lever: "h05", consent: "anonymous" } as const;

afterEach(() => vi.unstubAllGlobals());

it("leaves out what has a problem, and fills in what is chosen for all", () => {
  const cards = [
    aCard(1),
    aCard(2, { problem: "empty" }),
    aCard(3, { lever: "h01", kind: "quote", speaker: "Riet" }),
  ];

  const sending = toSend(cards, forAll);

  expect(sending.map(({ line }) => line)).toEqual([1, 3]);
  expect(sending[0]?.command).toMatchObject({ lever: "h05", consent: "anonymous" });
  expect(sending[0]?.command).not.toHaveProperty("speaker");
  expect(sending[1]?.command).toMatchObject({
    lever: "h01",
    speaker: "Riet",
    speakerAgrees: false,
  });
});

it("sends portions in order and tells what was refused, by line", async () => {
  const sizes: number[] = [];
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const commands: { id: string; text: string }[] = JSON.parse(body);
    sizes.push(commands.length);
    const answers = commands.map(({ id, text }) =>
      text === "regel 120" ? { id, refused: "board-full" } : { id, saved: true },
    );
    return new Response(JSON.stringify(answers));
  });
  const cards = Array.from({ length: 2 * PORTION + 5 }, (_, index) => aCard(index + 1));
  const sent: number[] = [];

  const refused = await sendCards(toSend(cards, forAll), {
    boardId: "b",
    onSent: (count) => sent.push(count),
  });

  expect(sizes).toEqual([PORTION, PORTION, 5]);
  expect(sent).toEqual([PORTION, 2 * PORTION, 2 * PORTION + 5]);
  expect(refused).toEqual([{ line: 120, code: "board-full" }]);
});
