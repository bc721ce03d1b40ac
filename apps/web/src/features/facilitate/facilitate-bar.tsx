import { isAlwaysAllowed } from "@hefboom/board";

import { useMe } from "../../board/use-board.ts";
import { CompactBar } from "./bar/compact-bar.tsx";
import { GuestBar } from "./bar/guest-bar.tsx";
import { useHasRoom } from "./bar/use-has-room.ts";
import { WideBar } from "./bar/wide-bar.tsx";
import { LeadDialogs } from "./lead-dialogs.tsx";
import { PhaseNews } from "./phase/phase-news.tsx";
import { RevealFirst } from "./phase/reveal-first.tsx";
import { TimerAlarm } from "./timer/timer-alarm.tsx";

/** What leads a session: the bar, and what it opens. */
export function FacilitateBar() {
  const { role } = useMe();
  const hasRoom = useHasRoom();
  const mayManage = isAlwaysAllowed(role, "manage");
  if (!mayManage) {
    return (
      <>
        <GuestBar />
        <LeadDialogs />
      </>
    );
  }
  return (
    <>
      {hasRoom ? <WideBar /> : <CompactBar />}
      <LeadDialogs />
      <RevealFirst />
      <PhaseNews />
      <TimerAlarm />
    </>
  );
}
