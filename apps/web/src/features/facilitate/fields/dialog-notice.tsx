import { useState } from "react";

import { LeadNotice } from "../../../parts/lead/lead-notice.tsx";
import { lastNoticeSeq } from "../../../parts/lead/lead-store.ts";
import css from "./fields.module.css";

/** What was done since a dialog opened, in that dialog: the page behind it can neither be seen nor heard. */
export function DialogNotice() {
  const [before] = useState(lastNoticeSeq);
  return (
    <div className={css.notice}>
      <LeadNotice after={before} />
    </div>
  );
}
