import { Announcer } from "../../features/status/announcer.tsx";
import { WallScreen } from "../../features/wall/wall-screen.tsx";
import { BoardProvider } from "../board/board-provider.tsx";

/** `/b/:id/wall`: for the projector. */
export function WallPage({ boardId }: { boardId: string }) {
  return (
    <BoardProvider boardId={boardId} page="wall">
      <WallScreen />
      <Announcer />
    </BoardProvider>
  );
}
