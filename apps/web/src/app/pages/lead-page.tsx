import { FacilitateBar } from "../../features/facilitate/facilitate-bar.tsx";
import { BoardProvider } from "../board/board-provider.tsx";
import { BoardScreen } from "../screen/board-screen.tsx";

/** `/b/:id/lead`: the same board with the facilitator's bar above it. */
export function LeadPage({ boardId }: { boardId: string }) {
  return (
    <BoardProvider boardId={boardId} page="lead">
      <BoardScreen bar={<FacilitateBar />} />
    </BoardProvider>
  );
}
