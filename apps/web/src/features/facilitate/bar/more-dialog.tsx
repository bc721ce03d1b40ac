import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { closeLead } from "../lead-screen.ts";
import { BackButton } from "../phase/step-buttons.tsx";
import { StopPointing } from "../point/stop-pointing.tsx";
import css from "./bar.module.css";
import { HereButtons } from "./here-buttons.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useHasRoom } from "./use-has-room.ts";
import { type Tool, useTools } from "./use-tools.ts";

/** Everything that has no room in the bar: on a phone nearly all, else what one rarely needs. */
export function MoreDialog() {
  const text = useText();
  const hasRoom = useHasRoom();
  const isClosed = useBoard(({ meta }) => meta.settings.isClosed === true);
  const tools = useTools();
  const time: Tool = { dialog: "time", icon: "clock", label: text("lead.timer.title") };
  const rest: Tool[] = [
    { dialog: "plan", icon: "plan", label: text("lead.plan.open") },
    { dialog: "log", icon: "log", label: text("lead.log.open") },
    { dialog: "export", icon: "download", label: text("lead.export") },
    { dialog: "clear", icon: "clear", label: text("lead.clear.open") },
  ];
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.more")}>
      <div className={css.more}>
        {!hasRoom && (
          <>
            <StopPointing />
            {!isClosed && <BackButton isFull />}
            {[...(isClosed ? [] : [time]), ...tools].map((tool) => (
              <ToolButton key={tool.dialog} tool={tool} />
            ))}
            <HereButtons />
          </>
        )}
        {rest.map((tool) => (
          <ToolButton key={tool.dialog} tool={tool} />
        ))}
      </div>
    </Dialog>
  );
}
