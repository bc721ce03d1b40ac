import { CardSheet } from "../../features/card/card-sheet.tsx";
import { UndoDelete } from "../../features/card/undo-delete.tsx";
import { ScribeScreen } from "../../features/scribe/scribe-screen.tsx";
import { PhaseInstruction } from "../../features/session/phase/phase-instruction.tsx";
import { Announcer } from "../../features/status/announcer.tsx";
import { useScreen } from "../../parts/screen/screen-store.ts";
import { BoardProvider } from "../board/board-provider.tsx";
import { BoardHeader } from "../screen/board-header.tsx";
import css from "../screen/bottom-dock.module.css";

/** `/b/:id/scribe`: to write down what people without a phone say. */
export function ScribePage({ boardId }: { boardId: string }) {
  return (
    <BoardProvider boardId={boardId} page="scribe">
      <BoardHeader onShape={stay} shape={undefined} />
      <PhaseInstruction />
      <ScribeScreen />
      <OpenedCard />
      <div className={css.dock}>
        <UndoDelete />
      </div>
      <Announcer />
    </BoardProvider>
  );
}

const stay = () => undefined;

function OpenedCard() {
  const cardId = useScreen(({ openCardId }) => openCardId);
  return cardId !== undefined && <CardSheet cardId={cardId} key={cardId} />;
}
