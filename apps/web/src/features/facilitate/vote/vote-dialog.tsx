import type { BallotState } from "@hefboom/board";
import { isAllowed, rightsNow, USUAL_BALLOT } from "@hefboom/board";
import { useState } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useLead } from "../../../parts/lead/use-lead.ts";
import { usePhase } from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { AskFirst } from "../fields/ask-first.tsx";
import { BallotFields } from "../fields/ballot-fields.tsx";
import { DialogNotice } from "../fields/dialog-notice.tsx";
import { closeLead } from "../lead-screen.ts";
import css from "./vote.module.css";

/** The vote: open it, see how many have voted, close it, show its outcome. */
export function VoteDialog() {
  const text = useText();
  const ballot = useBoard(({ meta }) => meta.ballot);
  const mayVote = useBoard(({ meta }) => isAllowed("participant", rightsNow(meta), "vote"));
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.vote.title")}>
      {!mayVote && <Notice kind="warning">{text("lead.vote.wrongPhase")}</Notice>}
      {ballot !== null && <Ballot ballot={ballot} />}
      {ballot?.state !== "open" && <NewBallot before={ballot?.state} />}
      <DialogNotice />
    </Dialog>
  );
}

function Ballot({ ballot }: { ballot: BallotState }) {
  const text = useText();
  const voters = useBoard(({ staff }) => staff?.voters ?? 0);
  const present = useBoard(({ presentCount }) => presentCount);
  const lead = useLead();
  const { state, on, dots, isSecret } = ballot;
  const close = () => void lead({ op: "ballot", change: "close" }, text("lead.vote.did.close"));
  const reveal = () => void lead({ op: "ballot", change: "reveal" }, text("lead.vote.did.reveal"));
  return (
    <section className={css.ballot}>
      <h3>{text(`lead.vote.state.${state}`)}</h3>
      <p>
        {text("lead.vote.rules", { dots, on: text(`lead.vote.on.${on}`) })}{" "}
        {isSecret && state !== "revealed" && text("lead.vote.isSecret")}
      </p>
      <p className={css.count} role="status">
        {text("lead.vote.count", { voters, present })}
      </p>
      <div className={css.buttons}>
        {state === "open" && (
          <Button onClick={close}>
            <Icon name="stop" />
            {text("lead.vote.close")}
          </Button>
        )}
        {state !== "revealed" && (
          <AskFirst
            onYes={reveal}
            question={
              <>
                {text("lead.vote.revealAsk")} {text("lead.noWayBack")}
              </>
            }
            variant={state === "closed" ? "primary" : "quiet"}
            yes={text("lead.vote.revealYes")}
          >
            <Icon name="point" />
            {text("lead.vote.reveal")}
          </AskFirst>
        )}
      </div>
    </section>
  );
}

/** A vote beside what the phases bring, or once more after one was closed. */
function NewBallot({ before }: { before: BallotState["state"] | undefined }) {
  const text = useText();
  const lead = useLead();
  const phase = usePhase();
  const [ballot, setBallot] = useState(phase.ballot ?? USUAL_BALLOT);
  const open = () =>
    void lead({ op: "ballot", change: "open", ballot }, text("lead.vote.did.open"));
  return (
    <section className={css.ballot}>
      <h3>{text(before === undefined ? "lead.vote.first" : "lead.vote.again")}</h3>
      <BallotFields ballot={ballot} onChange={setBallot} />
      {before === "closed" ? (
        // The new vote takes the place of the one whose outcome nobody has seen.
        <AskFirst
          onYes={open}
          question={text("lead.vote.replaceAsk")}
          yes={text("lead.vote.openYes")}
        >
          <Icon name="vote" />
          {text("lead.vote.open")}
        </AskFirst>
      ) : (
        <Button onClick={open}>
          <Icon name="vote" />
          {text("lead.vote.open")}
        </Button>
      )}
    </section>
  );
}
