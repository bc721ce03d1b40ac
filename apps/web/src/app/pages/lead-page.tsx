import { FacilitateBar } from "../../features/facilitate/facilitate-bar.tsx";
import { LeadFrame } from "../../features/facilitate/lead-frame.tsx";
import { BoardProvider } from "../board/board-provider.tsx";
import { BoardScreen } from "../screen/board-screen.tsx";

/** `/b/:id/lead`: the same board with the facilitator's bar above it. */
export function LeadPage({ boardId }: { boardId: string }) {
  return (
    <BoardProvider boardId={boardId} page="lead">
      <LeadFrame>
        <BoardScreen bar={<FacilitateBar />} />
      </LeadFrame>
    </BoardProvider>
  );
}
