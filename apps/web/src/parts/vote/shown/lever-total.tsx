import type { Results } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { dotsByLever } from "../outcome.ts";
import { useOutcome } from "../use-ballot.ts";
import { ResultBar } from "./result-bar.tsx";

/** All dots on a lever, as a bar beside those of the other levers. */
export function LeverTotal({ lever }: { lever: string | null }) {
  const outcome = useOutcome();
  return outcome === undefined ? null : <Total lever={lever} outcome={outcome} />;
}

function Total({ lever, outcome }: { lever: string | null; outcome: Results }) {
  const dots = useBoard((view) => dotsByLever(outcome, view).get(lever) ?? 0);
  const most = useBoard((view) => Math.max(1, ...dotsByLever(outcome, view).values()));
  return <ResultBar dots={dots} most={most} />;
}
