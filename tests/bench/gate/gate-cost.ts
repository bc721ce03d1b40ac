import { measureIllegalDelete, measureRefusals } from "./refusals.ts";
import { measureTyping } from "./typing.ts";

/**
 * What the gate costs, in microseconds an update over a plain `Y.applyUpdate` of the same edit on a twin document.
 * Run: `node tests/bench/gate/gate-cost.ts`. README.md in packages/sync/src/gate says what is judged.
 */
const boards = [
  { cards: 1_000, clientIds: 300 },
  { cards: 10_000, clientIds: 300 },
  { cards: 1_000, clientIds: 5_000 },
];
const round = (number: number) => number.toFixed(1);
const lines = [
  "| board | plain apply | gate | gate and apply, over plain | one illegal delete |",
  "| --- | --: | --: | --: | --: |",
];
for (const { cards, clientIds } of boards) {
  const { plainUs, gateUs, overUs } = measureTyping(cards, clientIds);
  const deleteUs = measureIllegalDelete(cards);
  lines.push(
    `| ${cards} cards, ${clientIds} clientIDs | ${round(plainUs)} µs | ${round(gateUs)} µs | ${round(overUs)} µs | ${round(deleteUs)} µs |`,
  );
}
const refusals = measureRefusals(10_000);
lines.push("", "| dearest refusals on 10,000 cards | ms |", "| --- | --: |");
for (const { name, ms } of refusals.slice(0, 5)) lines.push(`| ${name} | ${ms.toFixed(2)} |`);
process.stdout.write(`${lines.join("\n")}\n`);
