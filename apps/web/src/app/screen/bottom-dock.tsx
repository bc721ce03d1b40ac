import { Suspense } from "react";

import { UndoDelete } from "../../features/card/undo-delete.tsx";
import { ComposerButton } from "../../features/composer/composer-button.tsx";
import { Spotlight } from "../../features/session/spotlight/spotlight.tsx";
import { useSizeVar } from "../../parts/screen/use-size-var.ts";
import { FailedPartsNotice } from "../../parts/session/failed-parts-notice.tsx";
import { lazyPart } from "../../parts/session/lazy-part.tsx";
import { VoteBar } from "../../parts/vote/votes-of.tsx";
import css from "./bottom-dock.module.css";

const LeadNotice = lazyPart(() =>
  import("../../parts/lead/lead-notice.tsx").then((m) => m.LeadNotice),
);

/** What stands at the foot of the board, within reach of a thumb: over the board, so that nothing in it moves. */
export function BottomDock({ saysSteps }: { saysSteps: boolean }) {
  const dock = useSizeVar<HTMLDivElement>("--board-dock-size");
  return (
    <div className={css.dock} ref={dock}>
      {saysSteps && (
        <Suspense>
          <LeadNotice />
        </Suspense>
      )}
      <FailedPartsNotice />
      <UndoDelete />
      <Spotlight />
      <VoteBar />
      <ComposerButton />
    </div>
  );
}
