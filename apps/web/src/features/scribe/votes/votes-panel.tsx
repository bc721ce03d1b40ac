import { type BallotState, isAllowed, NAME_MAX_LENGTH, rightsNow } from "@hefboom/board";
import { useState } from "react";

import { useBoard, useMe } from "../../../board/use-board.ts";
import { votesLeft } from "../../../parts/vote/ballot.ts";
import { useText } from "../../../texts/use-text.ts";
import { Panel } from "../../../ui/panel/panel.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { TargetList } from "./target-list.tsx";
import { votesOf } from "./targets.ts";
import css from "./votes.module.css";

/** Votes for people without a phone, while a vote is open. @param who the name or table that speaks now */
export function VotesPanel({ who }: { who: string }) {
  const { role } = useMe();
  const ballot = useBoard(({ meta }) =>
    isAllowed(role, rightsNow(meta), "vote-for-other") ? meta.ballot : null,
  );
  if (ballot?.state !== "open") return null;
  return <OpenVotes ballot={ballot} key={ballot.id} who={who} />;
}

function OpenVotes({ ballot, who }: { ballot: BallotState; who: string }) {
  const t = useText();
  const [typed, setTyped] = useState<string>();
  const voter = typed ?? who;
  const votesFor = useBoard((view) => view.votesFor);
  const votes = votesOf(votesFor, voter);
  const isNamed = voter.trim() !== "";
  const left = votesLeft(ballot, votes);
  return (
    <Panel title={t("scribe.votes")}>
      <TextField
        autoComplete="off"
        hint={t("scribe.voterHint")}
        label={t("scribe.voter")}
        maxLength={NAME_MAX_LENGTH}
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={voter}
      />
      <p className={css.left} role="status">
        {isNamed
          ? t("scribe.votesLeft", { count: left, voter: voter.trim() })
          : t("scribe.voterFirst")}
      </p>
      {isNamed && <TargetList ballot={ballot} voter={voter.trim()} votes={votes} />}
    </Panel>
  );
}
