import { isAlwaysAllowed } from "@hefboom/board";
import { Suspense, useState } from "react";

import { useBoard, useMe } from "../../../board/use-board.ts";
import { lazyPart } from "../../../parts/session/lazy-part.tsx";

const SpotlightBanner = lazyPart(() =>
  import("./spotlight-banner.tsx").then((m) => m.SpotlightBanner),
);

/** What the facilitator points at, for everybody but who points: who leads is not led. */
export function Spotlight() {
  const { role } = useMe();
  const seq = useBoard(({ meta }) => meta.spotlight?.seq);
  const [firstSeq] = useState(seq);
  if (seq === undefined || isAlwaysAllowed(role, "manage")) return null;
  return (
    <Suspense>
      <SpotlightBanner isOld={seq === firstSeq} seq={seq} />
    </Suspense>
  );
}
