import { useMe, useOpenBoard } from "../../board/use-board.ts";
import { ExportChoices } from "../../parts/export/export-choices.tsx";
import { useInvitation } from "../../parts/invite/use-invitation.ts";
import { useText } from "../../texts/use-text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { MoreDialog } from "./bar/more-dialog.tsx";
import { HandsDialog } from "./here/hands-dialog.tsx";
import { JoinDialog } from "./here/join-dialog.tsx";
import { PeopleDialog } from "./here/people-dialog.tsx";
import { closeLead, useLeadScreen } from "./lead-screen.ts";
import { LogDialog } from "./log/log-dialog.tsx";
import { ModerateDialog } from "./moderate/moderate-dialog.tsx";
import { PhasesDialog } from "./phase/phases-dialog.tsx";
import { PlanDialog } from "./plan/plan-dialog.tsx";
import { LockDialog } from "./point/lock-dialog.tsx";
import { LookDialog } from "./point/look-dialog.tsx";
import { ClearDialog } from "./rehearsal/clear-dialog.tsx";
import { TimeDialog } from "./timer/time-dialog.tsx";
import { DraftsDialog } from "./vote/drafts-dialog.tsx";
import { VoteDialog } from "./vote/vote-dialog.tsx";

/** What the bar has opened. */
export function LeadDialogs() {
  const dialog = useLeadScreen((screen) => screen.dialog);
  switch (dialog) {
    case undefined:
      return null;
    case "clear":
      return <ClearDialog />;
    case "drafts":
      return <DraftsDialog />;
    case "export":
      return <ExportDialog />;
    case "hands":
      return <HandsDialog />;
    case "join":
      return <OpenedJoin />;
    case "lock":
      return <LockDialog />;
    case "log":
      return <LogDialog />;
    case "look":
      return <LookDialog />;
    case "moderate":
      return <ModerateDialog />;
    case "more":
      return <MoreDialog />;
    case "people":
      return <PeopleDialog onClose={closeLead} />;
    case "phases":
      return <PhasesDialog />;
    case "plan":
      return <PlanDialog />;
    case "time":
      return <TimeDialog />;
    case "votes":
      return <VoteDialog />;
  }
}

function OpenedJoin() {
  const invitation = useInvitation();
  return invitation && <JoinDialog invitation={invitation} onClose={closeLead} />;
}

function ExportDialog() {
  const text = useText();
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      onClose={closeLead}
      shape="box"
      title={text("export.title")}
    >
      <ExportChoices boardId={boardId} credential={role} />
    </Dialog>
  );
}
