import { PosterScreen } from "../../features/poster/poster-screen.tsx";
import { BoardProvider } from "../board/board-provider.tsx";

/** `/b/:id/poster`: to print and hang at the door. */
export function PosterPage({ boardId }: { boardId: string }) {
  return (
    <BoardProvider boardId={boardId} page="poster">
      <PosterScreen />
    </BoardProvider>
  );
}
