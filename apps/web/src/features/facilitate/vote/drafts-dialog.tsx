import { useState } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useLead } from "../../../parts/lead/use-lead.ts";
import { LeverSelect } from "../../../parts/lever/lever-select.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { AskFirst } from "../fields/ask-first.tsx";
import { DialogNotice } from "../fields/dialog-notice.tsx";
import { closeLead } from "../lead-screen.ts";
import css from "./vote.module.css";

/** Shows everybody what their authors alone see: all of it, or what lies on one lever. */
export function DraftsDialog() {
  const text = useText();
  const lead = useLead();
  const drafts = useBoard(({ staff }) => staff?.drafts ?? 0);
  const [lever, setLever] = useState(useBoard(({ levers }) => levers[0]?.id ?? null));
  const question = (
    <>
      {text("lead.reveal.ask")} {text("lead.noWayBack")}
    </>
  );
  const reveal = (which: { lever?: string | null }) =>
    void lead({ op: "reveal", ...which }, text("lead.reveal.did"));
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.drafts.title")}>
      <p role="status">{text("lead.drafts.count", { count: drafts })}</p>
      {drafts > 0 && (
        <>
          <AskFirst
            onYes={() => reveal({})}
            question={question}
            variant="primary"
            yes={text("lead.reveal.yes")}
          >
            <Icon name="point" />
            {text("lead.reveal.all")}
          </AskFirst>
          <section className={css.ballot}>
            <h3>{text("lead.reveal.perLever")}</h3>
            <LeverSelect label={text("lead.reveal.lever")} onChange={setLever} value={lever} />
            <AskFirst
              key={lever}
              onYes={() => reveal({ lever })}
              question={question}
              yes={text("lead.reveal.yes")}
            >
              <Icon name="point" />
              {text("lead.reveal.one")}
            </AskFirst>
          </section>
        </>
      )}
      <DialogNotice />
    </Dialog>
  );
}
