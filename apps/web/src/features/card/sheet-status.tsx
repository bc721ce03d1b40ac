import { useState } from "react";

import { useScreen } from "../../parts/screen/screen-store.ts";
import css from "./card-sheet.module.css";

/** What was just done in this sheet. The page's own announcer is silent while a dialog is open: all behind it is inert. */
export function SheetStatus() {
  const announcement = useScreen((state) => state.announcement);
  const [before] = useState(announcement);
  return (
    <p className={css.done} role="status">
      {announcement === before ? "" : announcement}
    </p>
  );
}
