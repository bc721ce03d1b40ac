import { useEffect, useState } from "react";

import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./lead-notice.module.css";
import { closeNotice, type LeadNotice as Notice, useLeadNotice } from "./lead-store.ts";
import { useTakeBack } from "./use-lead.ts";

/** So long it stays, in ms; as long as it is pointed at or has the focus it stays anyhow. */
const SHOWN_MS = 12_000;

interface LeadNoticeProps {
  /** `seq` of the last notice that is not to be said here: it was there before. */
  after?: number;
}

/** Says what was just done for the room and offers to take it back. The region is always there, so that screen readers hear it fill. */
export function LeadNotice({ after = 0 }: LeadNoticeProps) {
  const notice = useLeadNotice();
  return (
    <div className={css.region} role="status">
      {notice && notice.seq > after && <Said key={notice.seq} notice={notice} />}
    </div>
  );
}

function Said({ notice }: { notice: Notice }) {
  const text = useText();
  const takeBack = useTakeBack();
  const attention = useLeaving(notice);
  const { words, state, command } = notice;
  return (
    <div className={state === "failed" ? css.failed : css.said} {...attention}>
      {state === "failed" && <Icon name="warning" />}
      <p>{state === "takenBack" ? text("undo.done", { what: words }) : words}</p>
      {/* One button that changes, so that the focus stays where it is. */}
      {command !== undefined && (
        <Button className={css.button} onClick={() => void takeBack(notice)} variant="quiet">
          {text(state === "takenBack" ? "undo.again" : "undo.undo")}
        </Button>
      )}
    </div>
  );
}

/** Closes the notice when nobody has attended to it for a while. @returns what tells that somebody does */
function useLeaving(notice: Notice) {
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isAttended = isPointedAt || hasFocus;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed in the notice is to be read as long
  useEffect(() => {
    if (isAttended) return undefined;
    const timer = setTimeout(closeNotice, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isAttended, notice]);
  return {
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
    onFocus: () => setFocus(true),
    onBlur: () => setFocus(false),
  };
}
