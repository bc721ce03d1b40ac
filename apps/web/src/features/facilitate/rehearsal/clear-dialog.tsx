import { useEffect, useRef } from "react";

import { useMe, useOpenBoard } from "../../../board/use-board.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { closeLead } from "../lead-screen.ts";
import { clearRehearsal, endClearing, useClearing } from "./clearing.ts";

/** After a rehearsal: cards, votes and people go, code and links stay. */
export function ClearDialog() {
  const text = useText();
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  const clearing = useClearing();
  const { kind } = clearing;
  const close = () => {
    endClearing();
    closeLead();
  };
  const end = useRef<HTMLButtonElement>(null);
  // The button that began it is gone, and so is the whole page for a moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may have taken the focus away
  useEffect(() => end.current?.focus(), [kind]);
  const isAsking = kind === "asking" || kind === "failed";
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      footer={
        isAsking ? (
          <>
            <Button data-autofocus onClick={close} variant="quiet">
              {text("lead.ask.no")}
            </Button>
            <Button onClick={() => void clearRehearsal({ boardId, role })} variant="danger">
              <Icon name="clear" />
              {text("lead.clear.yes")}
            </Button>
          </>
        ) : (
          <Button data-autofocus onClick={close} ref={end} variant="quiet">
            {text("dialog.close")}
          </Button>
        )
      }
      onClose={close}
      shape="box"
      title={text("lead.clear.title")}
    >
      <p>{text("lead.clear.what")}</p>
      <p>{text("lead.clear.stays")}</p>
      {isAsking && (
        <p>
          <strong>{text("lead.noWayBack")}</strong>
        </p>
      )}
      <div role="status">
        {kind === "busy" && <p>{text("lead.clear.busy")}</p>}
        {kind === "done" && <Notice kind="success">{text("lead.clear.done")}</Notice>}
      </div>
      {clearing.kind === "failed" && <ProblemNotice error={clearing.error} />}
    </Dialog>
  );
}
