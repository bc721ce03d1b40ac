import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useHasRoom } from "../bar/use-has-room.ts";
import { DialogNotice } from "../fields/dialog-notice.tsx";
import { closeLead } from "../lead-screen.ts";
import { Moderation } from "./moderation.tsx";

/** Order on the board, on a phone; where there is room it stands beside the board, see `LeadFrame`. */
export function ModerateDialog() {
  const text = useText();
  const hasRoom = useHasRoom();
  if (hasRoom) return null;
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.mod.title")}>
      <Moderation />
      <DialogNotice />
    </Dialog>
  );
}
