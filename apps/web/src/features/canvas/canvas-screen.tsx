import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";

import type { Drop } from "../../canvas/drop-place.ts";
import { setTooFarToVote } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { CanvasBoard } from "./board/canvas-board.tsx";
import css from "./canvas-screen.module.css";
import { CanvasToolbar } from "./canvas-toolbar.tsx";
import { useCanvasFollows } from "./moves/use-canvas-follows.ts";
import { useCanvasKeys } from "./moves/use-canvas-keys.ts";
import { useCanvasLayout } from "./moves/use-canvas-layout.ts";
import { useCanvasView } from "./moves/use-canvas-view.ts";
import { useCardToShow } from "./moves/use-card-to-show.ts";
import { useGestures } from "./moves/use-gestures.ts";
import { PeerCursors } from "./peer-cursors.tsx";

/** The board drawn as islands on a plane: the same lists of levers and cards, each at its place. */
export function CanvasScreen() {
  const text = useText();
  const viewport = useRef<HTMLElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  const [target, setTarget] = useState<Drop>();
  const layout = useCanvasLayout(isHeld);
  const view = useCanvasView({ viewport, layer }, layout);
  const drawn = useSyncExternalStore(view.subscribe, view.drawn);
  useCanvasFollows({ viewport, layer, view, layout });
  useGestures({ viewport, layer, view, layout, onHold: setHeld, onTarget: setTarget });
  const [tabStop, setTabStop] = useState<string>();
  const focusCard = useCallback(
    (cardId: string) => {
      const box = layout.cards.get(cardId);
      if (box) view.show(box);
      setTabStop(cardId);
      // Culled until now: it is there after the next render.
      requestAnimationFrame(() => focusButton(layer.current, cardId));
    },
    [layout, view],
  );
  useTellTooFar(!drawn.isPressable);
  useCardToShow(view, layout);
  const onKeyDown = useCanvasKeys({ view, layout, focusCard });
  return (
    <>
      <section
        aria-label={text("canvas.title")}
        className={css.viewport}
        onKeyDown={onKeyDown}
        ref={viewport}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what the arrow keys move must take the focus
        tabIndex={0}
      >
        <div
          className={css.layer}
          data-level={drawn.level}
          data-small={!drawn.isPressable || undefined}
          ref={layer}
        >
          <CanvasBoard
            drawn={drawn}
            layout={layout}
            onFocusCard={setTabStop}
            tabStop={tabStop}
            target={target}
          />
          <PeerCursors />
        </div>
      </section>
      <CanvasToolbar percent={drawn.percent} view={view} />
    </>
  );
}

/** Where one votes is told outside the canvas. */
function useTellTooFar(isTooFar: boolean): void {
  useEffect(() => {
    setTooFarToVote(isTooFar);
    return () => setTooFarToVote(false);
  }, [isTooFar]);
}

function focusButton(layer: HTMLElement | null, cardId: string): void {
  const button = layer?.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"] button`);
  button?.focus({ preventScroll: true });
}
