import type { ReadyPlan } from "@hefboom/board";
import { readyPlans } from "@hefboom/board";
import { useState } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Select } from "../../../ui/select.tsx";
import { DialogNotice } from "../fields/dialog-notice.tsx";
import { closeLead } from "../lead-screen.ts";
import { phaseById } from "../phase/steps.ts";
import { takeReady } from "./edit-plan.ts";
import css from "./plan.module.css";
import { PlanList } from "./plan-list.tsx";
import { usePlanDraft } from "./use-plan-draft.ts";

/** The steps of the session, before it and while it runs; people notice nothing until they are saved. */
export function PlanDialog() {
  const text = useText();
  const draft = usePlanDraft(closeLead);
  const { plan, change, save, problem, currentId, isBusy, isOutdated, takeTheirs } = draft;
  return (
    <Dialog
      closeLabel={text("lead.plan.discard")}
      footer={
        <>
          <Button onClick={closeLead} variant="quiet">
            {text("lead.plan.discard")}
          </Button>
          <Button aria-disabled={isBusy} onClick={() => void save()}>
            {text("lead.plan.save")}
          </Button>
        </>
      }
      onClose={closeLead}
      title={text("lead.plan.title")}
    >
      {isOutdated && (
        <Notice isLive kind="warning">
          <p>{text("lead.plan.outdated")}</p>
          <Button onClick={takeTheirs} variant="quiet">
            {text("lead.plan.takeTheirs")}
          </Button>
        </Notice>
      )}
      <ReadyPlans onTake={change} />
      <PlanList currentId={currentId} onChange={change} plan={plan} problem={problem} />
      {problem && (
        <Notice isLive kind="error">
          {text(`lead.plan.problem.${problem.problem}`)}
        </Notice>
      )}
      <DialogNotice />
    </Dialog>
  );
}

// The keys of an object of literals, which Object.keys types as strings.
const readyNames = Object.keys(readyPlans) as ReadyPlan[];

function ReadyPlans({ onTake }: { onTake: (plan: ReturnType<typeof takeReady>) => void }) {
  const text = useText();
  const [name, setName] = useState<ReadyPlan>("standard");
  const current = useBoard(({ meta }) => phaseById(meta.plan, meta.phase.id));
  return (
    <div className={css.ready}>
      <Select
        label={text("lead.plan.ready")}
        onChange={(event) => setName(readyNames[event.target.selectedIndex] ?? "standard")}
        value={name}
      >
        {readyNames.map((each) => (
          <option key={each} value={each}>
            {text(`plan.${each}`)}
          </option>
        ))}
      </Select>
      <Button onClick={() => onTake(takeReady(readyPlans[name], current))} variant="quiet">
        <Icon name="copy" />
        {text("lead.plan.take")}
      </Button>
    </div>
  );
}
