import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useBoard, useOpenBoard } from "../../board/use-board.ts";
import { CardSheet } from "../../features/card/card-sheet.tsx";
import { UndoDelete } from "../../features/card/undo-delete.tsx";
import { Composer } from "../../features/composer/composer.tsx";
import { ComposerButton } from "../../features/composer/composer-button.tsx";
import { LeverScreen } from "../../features/levers/lever-screen.tsx";
import { Announcer } from "../../features/status/announcer.tsx";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { goToLever } from "../../parts/screen/lever-address.ts";
import { useScreen } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { BoardHeader } from "./board-header.tsx";
import css from "./board-screen.module.css";
import { useIsWide } from "./use-is-wide.ts";

// A phone never loads the canvas.
const CanvasScreen = lazy(() =>
  import("../../features/canvas/canvas-screen.tsx").then((m) => ({ default: m.CanvasScreen })),
);

/** The board for people: list or canvas, composer, card sheet and status. `bar` stands above it. */
export function BoardScreen({ bar }: { bar?: ReactNode }) {
  const isWide = useIsWide();
  const [wanted, setWanted] = useState<"canvas" | "list">("canvas");
  const shape = isWide ? wanted : "list";
  useBoardTitle();
  useInspection();
  return (
    <div className={shape === "canvas" ? css.canvas : css.page}>
      {bar}
      <BoardHeader onShape={setWanted} shape={isWide ? wanted : undefined} />
      <main className={css.main}>
        {shape === "canvas" ? (
          <Suspense>
            <CanvasScreen />
          </Suspense>
        ) : (
          <LeverScreen isWide={isWide} />
        )}
      </main>
      <UndoDelete />
      <ComposerButton />
      <Sheets onPlaced={shape === "list" ? goToLever : stay} />
      <Announcer />
    </div>
  );
}

/** The canvas brings the new card into view by itself. */
const stay = () => undefined;

function Sheets({ onPlaced }: { onPlaced: (lever: string | null) => void }) {
  const openCardId = useScreen((state) => state.openCardId);
  const composer = useScreen((state) => state.composer);
  return (
    <>
      {openCardId !== undefined && <CardSheet cardId={openCardId} key={openCardId} />}
      {composer !== undefined && <Composer lever={composer.lever} onPlaced={onPlaced} />}
    </>
  );
}

function useBoardTitle(): void {
  const text = useText();
  const say = useLocalise();
  const title = say(useBoard(({ meta }) => meta.title));
  useEffect(() => {
    document.title = `${title} · ${text("app.name")}`;
  }, [title, text]);
}

/** `?inspect=1`: what tests and support may read of this page, loaded for them alone. */
function useInspection(): void {
  const { store } = useOpenBoard();
  useEffect(() => {
    if (new URLSearchParams(location.search).get("inspect") !== "1") return;
    void import("../inspect/inspection.ts").then((m) => m.offerInspection(store));
  }, [store]);
}
