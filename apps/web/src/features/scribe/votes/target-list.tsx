import type { BallotState } from "@hefboom/board";
import type { GivenDots } from "@hefboom/contract/messages";
import { useMemo, useState } from "react";

import { useBoard, useOpenBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { dotsOn, voteLess, voteMore, votesLeft } from "../../../parts/vote/ballot.ts";
import { useText } from "../../../texts/use-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { TargetRow } from "./target-row.tsx";
import { findTargets, type Target, targetsOf, votesOf } from "./targets.ts";
import css from "./votes.module.css";

/** Of a full board nobody reads a list: so many, and a field to find the others. */
const SHOWN = 30;

interface TargetListProps {
  ballot: BallotState;
  voter: string;
  votes: GivenDots;
}

/** What can be voted on, in the board's order, so that nothing moves while votes are given. */
export function TargetList({ ballot, voter, votes }: TargetListProps) {
  const t = useText();
  const say = useSay();
  const [typed, setTyped] = useState("");
  const all = useTargets(ballot.on);
  const { refusal, more, less } = useVoting(ballot, voter);
  const found = findTargets(all, typed, say);
  const shown = found.slice(0, SHOWN);
  return (
    <>
      <TextField
        autoComplete="off"
        hint={t("scribe.findHint")}
        label={t("scribe.find")}
        onChange={(event) => setTyped(event.currentTarget.value)}
        type="search"
        value={typed}
      />
      {refusal !== undefined && (
        <Notice isLive kind="error">
          {refusal}
        </Notice>
      )}
      <ul className={css.targets}>
        {shown.map((target) => (
          <TargetRow
            given={dotsOn(votes, target.ids)}
            key={target.ids[0]}
            less={() => less(target)}
            more={() => more(target)}
            hasLeft={votesLeft(ballot, votes) > 0}
            target={target}
            words={say(target.words)}
          />
        ))}
      </ul>
      {found.length > shown.length && (
        <p>{t("scribe.findMore", { count: found.length - shown.length })}</p>
      )}
      {found.length === 0 && <p>{t("scribe.findNone")}</p>}
    </>
  );
}

function useSay(): (words: Target["words"]) => string {
  const localise = useLocalise();
  return (words) => (typeof words === "string" ? words : localise(words));
}

function useTargets(on: BallotState["on"]): readonly Target[] {
  const levers = useBoard((view) => view.levers);
  const cards = useBoard((view) => view.cards);
  const cardIdsOn = useBoard((view) => view.cardIdsOn);
  const clusters = useBoard((view) => view.clusters);
  return useMemo(
    () => targetsOf(on, { levers, cards, cardIdsOn, clusters }),
    [on, levers, cards, cardIdsOn, clusters],
  );
}

/** A vote shows at once, before it is counted; a refused one goes back with its reason. */
function useVoting(ballot: BallotState, voter: string) {
  const t = useText();
  const { session } = useOpenBoard();
  const [refusal, setRefusal] = useState<string>();
  const vote = async (change: ReturnType<typeof voteMore>) => {
    if (change === undefined) return;
    setRefusal(undefined);
    const outcome = await session.ask({ op: "vote", ...change, voter });
    if (!("refused" in outcome)) return;
    const { refused } = outcome;
    const reason = t(refused === "invalid" ? "scribe.votesGone" : `refused.${refused}`);
    setRefusal(t("vote.refused", { reason }));
  };
  // As they are when a button is pressed: two presses may come before one render.
  const votesNow = () => votesOf(session.votesNow().votesFor, voter);
  return {
    refusal,
    more: ({ ids }: Target) => void vote(voteMore(ballot, votesNow(), ids)),
    less: ({ ids }: Target) => void vote(voteLess(votesNow(), ids)),
  };
}
