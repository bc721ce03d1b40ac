import { isAlwaysAllowed } from "@hefboom/board";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useBoard, useMe, useOpenBoard } from "../../board/use-board.ts";
import { Composer } from "../../features/composer/composer.tsx";
import { LeverScreen } from "../../features/levers/lever-screen.tsx";
import { PhaseInstruction } from "../../features/session/phase/phase-instruction.tsx";
import { Announcer } from "../../features/status/announcer.tsx";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { goToLever } from "../../parts/screen/lever-address.ts";
import { useScreen } from "../../parts/screen/screen-store.ts";
import { useFocusNet } from "../../parts/screen/use-focus-net.ts";
import { lazyPart, loadPartsWhenIdle } from "../../parts/session/lazy-part.tsx";
import { useText } from "../../texts/use-text.ts";
import { BoardHeader } from "./board-header.tsx";
import css from "./board-screen.module.css";
import { BottomDock } from "./bottom-dock.tsx";
import { useIsWide } from "./use-is-wide.ts";

// A phone never loads the canvas.
const CanvasScreen = lazy(() =>
  import("../../features/canvas/canvas-screen.tsx").then((m) => ({ default: m.CanvasScreen })),
);

// Here as soon as the page has nothing better to do: nobody opens a card before there is one to read.
const CardSheet = lazyPart(() =>
  import("../../features/card/card-sheet.tsx").then((m) => m.CardSheet),
);

/** The board for people: list or canvas, composer, card sheet and status. `bar` stands above it. */
export function BoardScreen({ bar }: { bar?: ReactNode }) {
  const isWide = useIsWide();
  const [wanted, setWanted] = useState<"canvas" | "list">("canvas");
  const shape = isWide ? wanted : "list";
  useBoardTitle();
  useInspection();
  useFocusNet();
  useEffect(loadPartsWhenIdle, []);
  const { role } = useMe();
  // The bar of who leads says itself where the session stands, and what was done.
  const isLed = bar === undefined || !isAlwaysAllowed(role, "manage");
  return (
    <div className={shape === "canvas" ? css.canvas : css.page}>
      {bar}
      <BoardHeader hasPhase={isLed} onShape={setWanted} shape={isWide ? wanted : undefined} />
      {isLed && <PhaseInstruction />}
      <main className={css.main}>
        {shape === "canvas" ? (
          <Suspense>
            <CanvasScreen />
          </Suspense>
        ) : (
          <LeverScreen isWide={isWide} />
        )}
      </main>
      <BottomDock saysSteps={isLed} />
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
      {openCardId !== undefined && (
        <Suspense>
          <CardSheet cardId={openCardId} key={openCardId} />
        </Suspense>
      )}
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
