import { TypingHall } from "@hefboom/sync/testing";
import * as Y from "yjs";

import { median } from "../report/table.ts";

const RUNS = 5;
const EDITS_PER_RUN = 1_000;

export interface TypingCost {
  readonly plainUs: number;
  /** Judging alone. */
  readonly gateUs: number;
  /** Judging and applying, less the plain apply of the same edit. */
  readonly overUs: number;
}

/** Means over 70 % typing, 20 % deleting, 10 % pasting; medians of runs in which both take turns edit by edit. */
export function measureTyping(cards: number, clientIds: number): TypingCost {
  const hall = new TypingHall(cards, clientIds);
  const twin = hall.twin();
  measureRun(hall, twin); // code is compiled
  const runs = Array.from({ length: RUNS }, () => measureRun(hall, twin));
  return {
    plainUs: median(runs.map(({ plainUs }) => plainUs)),
    gateUs: median(runs.map(({ gateUs }) => gateUs)),
    overUs: median(runs.map(({ overUs }) => overUs)),
  };
}

function measureRun(hall: TypingHall, twin: Y.Doc): TypingCost {
  const { bench } = hall;
  let [plainMs, gateMs, bothMs] = [0, 0, 0];
  for (const [index, { actor, update }] of hall.edits(EDITS_PER_RUN).entries()) {
    const plain = () => {
      plainMs += timed(() => Y.applyUpdate(twin, update));
    };
    if (index % 2 === 0) plain();
    bothMs += timed(() => {
      const judgeMs = timed(() => {
        const verdict = bench.judge(update, actor);
        if (verdict.kind !== "apply") throw new Error(`refused an honest edit: ${verdict.kind}`);
      });
      gateMs += judgeMs;
      Y.applyUpdate(bench.doc, update);
    });
    if (index % 2 === 1) plain();
  }
  const us = 1_000 / EDITS_PER_RUN;
  return { plainUs: plainMs * us, gateUs: gateMs * us, overUs: (bothMs - plainMs) * us };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
