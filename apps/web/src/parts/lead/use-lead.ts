import type { Asking, AskOutcome, BoardSessionApi } from "@hefboom/client";

import { useSession } from "../../board/use-board.ts";
import type { TextFunction } from "../../texts/load-texts.ts";
import { useText } from "../../texts/use-text.ts";
import { failedText } from "./failed-text.ts";
import { closeNotice, type LeadNotice, tell, tellMore } from "./lead-store.ts";

/** What the server keeps an inverse of. */
const undoable: readonly Asking["op"][] = [
  "cluster",
  "hide",
  "lock",
  "phase",
  "readmit",
  "show",
  "stop",
  "timer",
  "uncluster",
];

/**
 * Asks for something that is done for the whole room, and says what became of it.
 * @param words what to say when it is done, with a button that takes it back where that can be; absent: nothing
 * @returns whether it was done
 */
type Lead = (asking: Asking, words?: string) => Promise<boolean>;

export function useLead(): Lead {
  const session = useSession();
  const text = useText();
  return async (asking, words) => {
    const outcome = await session.ask(asking);
    if ("refused" in outcome) {
      tell({ state: "failed", words: text(failedText[outcome.refused]), command: undefined });
      return false;
    }
    const command = undoable.includes(asking.op) ? outcome.id : undefined;
    if (words === undefined) closeNotice();
    else tell({ state: "done", words, command });
    return true;
  };
}

/** Takes back what the notice tells, or does it again. */
export function useTakeBack(): (notice: LeadNotice) => Promise<void> {
  const session = useSession();
  const text = useText();
  return async (notice) => {
    if (notice.command === undefined) return;
    const outcome = await undo(session, notice.command);
    if ("refused" in outcome) {
      tellMore(notice, { state: "failed", words: undoFailed(text, outcome), command: undefined });
      return;
    }
    const state = notice.state === "takenBack" ? "done" : "takenBack";
    tellMore(notice, { state, command: outcome.id });
  };
}

const undo = (session: BoardSessionApi, command: string) => session.ask({ op: "undo", command });

/** Why something was not taken back: mostly because somebody has changed it since. */
export function undoFailed(
  text: TextFunction,
  { refused }: Extract<AskOutcome, { refused: unknown }>,
) {
  const isTooLate = refused === "not-found" || refused === "invalid";
  return text(isTooLate ? "undo.tooLate" : failedText[refused]);
}
