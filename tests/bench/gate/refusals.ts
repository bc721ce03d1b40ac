import { attacks, GateBench } from "@hefboom/sync/testing";

import { median } from "../report/table.ts";

const RUNS = 5;
const WARMING_RUNS = 10;
const DELETES_PER_RUN = 1_000;
const SENTENCE = "Een bankje voor iedereen, met uitzicht op het water en op elkaar.";

/** Microseconds to refuse one deletion in another's text. */
export function measureIllegalDelete(cards: number): number {
  const bench = boardOf(cards);
  const update = attacks["a deletion in another's text"]?.(bench, bench.replica());
  if (update === undefined) throw new Error("the attack has another name now");
  const judgeAll = () => {
    const start = performance.now();
    for (let count = 0; count < DELETES_PER_RUN; count += 1) refused(bench, update);
    return (1_000 * (performance.now() - start)) / DELETES_PER_RUN;
  };
  for (let run = 0; run < WARMING_RUNS; run += 1) judgeAll(); // code is compiled, and again after what came before
  return median(Array.from({ length: RUNS }, judgeAll));
}

/** Milliseconds of every refusal, the dearest first. */
export function measureRefusals(cards: number): { name: string; ms: number }[] {
  const bench = boardOf(cards);
  const measured = Object.entries(attacks).map(([name, attack]) => {
    const update = attack(bench, bench.replica());
    const ms = median(Array.from({ length: RUNS }, () => refused(bench, update)));
    return { name, ms };
  });
  return measured.toSorted((a, b) => b.ms - a.ms);
}

function boardOf(cards: number): GateBench {
  const bench = new GateBench();
  bench.addCards(cards, () => bench.other, SENTENCE);
  return bench;
}

/** @returns milliseconds */
function refused(bench: GateBench, update: Uint8Array): number {
  const start = performance.now();
  const { kind } = bench.judge(update);
  const ms = performance.now() - start;
  if (kind === "apply" || kind === "nothing") throw new Error(`an attack came through: ${kind}`);
  return ms;
}
