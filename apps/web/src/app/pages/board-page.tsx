import { BoardProvider } from "../board/board-provider.tsx";
import { BoardScreen } from "../screen/board-screen.tsx";

/** `/b/:id`: the board as participants see it. */
export function BoardPage({ boardId }: { boardId: string }) {
  return (
    <BoardProvider boardId={boardId} page="board">
      <BoardScreen />
    </BoardProvider>
  );
}
