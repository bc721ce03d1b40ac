import type { BoardLayout, Box } from "@hefboom/board";
import type { RefObject } from "react";

import { grow } from "../../../canvas/box.ts";
import type { CanvasView } from "../../../canvas/canvas-view.ts";
import { fitCamera } from "../../../canvas/fit-camera.ts";
import { showCard } from "../../../parts/screen/screen-store.ts";
import type { SpotlightGoal } from "../../../parts/session/spotlight/spotlight-goal.ts";
import { useSpotlightMoves } from "../../../parts/session/spotlight/use-spotlight-moves.ts";

/** Around a card its neighbours are seen too, in board units. */
const AROUND_CARD = 180;
const AROUND_LEVER = 24;
/** As long as the transition in canvas-screen.module.css takes. */
const GLIDE_MS = 500;

interface FollowDeps {
  viewport: RefObject<HTMLElement | null>;
  layer: RefObject<HTMLElement | null>;
  view: CanvasView;
  layout: BoardLayout;
}

/** The camera goes along with the spotlight, and back. */
export function useCanvasFollows({ viewport, layer, view, layout }: FollowDeps): void {
  useSpotlightMoves({
    here: () => view.camera,
    go: (goal) => {
      const box = boxOf(layout, goal);
      const element = viewport.current;
      if (box === undefined || element === null) return;
      glide(layer.current);
      const size = { width: element.clientWidth, height: element.clientHeight };
      view.set(fitCamera(box, size));
      showCard(goal.cardId);
    },
    back: (camera) => {
      glide(layer.current);
      view.set(camera);
    },
  });
}

function boxOf(layout: BoardLayout, { lever, cardId }: SpotlightGoal): Box | undefined {
  const card = cardId === undefined ? undefined : layout.cards.get(cardId);
  if (card !== undefined) return grow(card, AROUND_CARD);
  const box = lever === null ? layout.tray : layout.levers.get(lever);
  return box && grow(box, AROUND_LEVER);
}

/** People see where they are taken; with reduced motion they are there at once. */
function glide(layer: HTMLElement | null): void {
  if (layer === null) return;
  layer.dataset["gliding"] = "";
  setTimeout(() => delete layer.dataset["gliding"], GLIDE_MS);
}
