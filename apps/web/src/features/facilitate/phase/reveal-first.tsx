import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { askForPhase, type PhaseAsked, useLeadScreen } from "../lead-screen.ts";
import { phaseById } from "./steps.ts";
import { useChange } from "./use-phase-change.ts";

/** Asks before a phase begins that shows everybody what their authors alone saw. */
export function RevealFirst() {
  const asked = useLeadScreen(({ phaseAsked }) => phaseAsked);
  return asked && <RevealDialog asked={asked} />;
}

function RevealDialog({ asked }: { asked: PhaseAsked }) {
  const text = useText();
  const say = useLocalise();
  const change = useChange();
  const phase = useBoard(({ meta }) => phaseById(meta.plan, asked.to));
  const drafts = useBoard(({ staff }) => staff?.drafts);
  const close = () => askForPhase(undefined);
  const goOn = () => {
    close();
    void change(asked);
  };
  return (
    <Dialog
      closeLabel={text("lead.ask.no")}
      footer={
        <>
          <Button data-autofocus onClick={close} variant="quiet">
            {text("lead.ask.no")}
          </Button>
          <Button onClick={goOn}>{text("lead.reveal.goOn")}</Button>
        </>
      }
      onClose={close}
      shape="box"
      title={text("lead.phase.go", { phase: phase ? say(phase.title) : asked.to })}
    >
      {/* The number can lag: that there are none is not said. */}
      {drafts !== undefined && drafts > 0 && <p>{text("lead.drafts.count", { count: drafts })}</p>}
      <p>{text("lead.reveal.ask")}</p>
      <p>
        <strong>{text("lead.noWayBack")}</strong>
      </p>
    </Dialog>
  );
}
