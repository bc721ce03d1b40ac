import type { Box } from "@hefboom/board";

import {
  bringIntoView,
  type Camera,
  keepOnBoard,
  type Point,
  panBy,
  type Size,
  toBoard,
  visibleBox,
  zoomAt,
} from "./camera.ts";
import { fitCamera } from "./fit-camera.ts";

/** How much of a card can be read at this zoom. */
type Level = "near" | "middle" | "far";
const NEAR_FROM = 0.7;
const MIDDLE_FROM = 0.24;

function levelOf(zoom: number): Level {
  if (zoom >= NEAR_FROM) return "near";
  return zoom >= MIDDLE_FROM ? "middle" : "far";
}

/** Below this zoom what is pressed on a card or a lever would be smaller than 24 px, the least of WCAG 2.5.8. */
const PRESSABLE_FROM = 0.4;

/** The seen part is told in steps of this many board units, so that few moves make anything render. */
const STEP = 240;
const EMPTY: Box = { x: 0, y: 0, width: 1, height: 1 };

/** What is to be drawn: told to listeners only when it is another. */
export interface Drawn {
  readonly level: Level;
  /** Buttons on cards and levers are large enough to be pressed. */
  readonly isPressable: boolean;
  /** A little more than is seen, in board units. */
  readonly area: Box;
  /** In whole percents. */
  readonly percent: number;
}

/** The camera of one canvas and the element that it moves. Without React: a move costs one style, no render. */
export class CanvasView {
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #viewport: Size = { width: 1, height: 1 };
  #bounds: Box = EMPTY;
  #layer: HTMLElement | undefined;
  #drawn: Drawn = { level: "near", isPressable: true, area: EMPTY, percent: 100 };
  /** Until the person moves it the camera keeps the whole board in view. */
  #isFitted = true;
  readonly #listeners = new Set<() => void>();

  readonly drawn = (): Drawn => this.#drawn;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get camera(): Camera {
    return this.#camera;
  }

  attach(layer: HTMLElement | undefined): void {
    this.#layer = layer;
    this.#apply();
  }

  resize(viewport: Size): void {
    this.#viewport = viewport;
    this.#follow();
  }

  setBounds(bounds: Box): void {
    this.#bounds = bounds;
    this.#follow();
  }

  toBoard(view: Point): Point {
    return toBoard(this.#camera, view);
  }

  pan(by: Point): void {
    this.#move(panBy(this.#camera, by));
  }

  /** @param at point that stays in place, in CSS px of the view; default: its middle */
  zoom(factor: number, at: Point = this.#middle()): void {
    this.#move(zoomAt(this.#camera, at, factor));
  }

  /** Moves as little as needed to see `box`. */
  show(box: Box): void {
    const camera = bringIntoView(this.#camera, this.#viewport, box);
    if (camera.x !== this.#camera.x || camera.y !== this.#camera.y) this.set(camera);
  }

  set(camera: Camera): void {
    this.#isFitted = false;
    this.#camera = camera;
    this.#apply();
  }

  fit(): void {
    this.#isFitted = true;
    this.#follow();
  }

  #move(camera: Camera): void {
    this.set(keepOnBoard(camera, this.#viewport, this.#bounds));
  }

  #follow(): void {
    if (this.#isFitted) this.#camera = fitCamera(this.#bounds, this.#viewport);
    this.#apply();
  }

  #middle(): Point {
    return { x: this.#viewport.width / 2, y: this.#viewport.height / 2 };
  }

  #apply(): void {
    const { x, y, zoom } = this.#camera;
    if (this.#layer) {
      this.#layer.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
      this.#layer.style.setProperty("--canvas-zoom", String(zoom));
    }
    const drawn = this.#whatIsDrawn();
    if (isSame(drawn, this.#drawn)) return;
    this.#drawn = drawn;
    for (const listener of this.#listeners) listener();
  }

  #whatIsDrawn(): Drawn {
    const seen = visibleBox(this.#camera, this.#viewport);
    const x = Math.floor(seen.x / STEP - 1) * STEP;
    const y = Math.floor(seen.y / STEP - 1) * STEP;
    const width = Math.ceil((seen.x + seen.width - x) / STEP + 1) * STEP;
    const height = Math.ceil((seen.y + seen.height - y) / STEP + 1) * STEP;
    const { zoom } = this.#camera;
    return {
      level: levelOf(zoom),
      isPressable: zoom >= PRESSABLE_FROM,
      area: { x, y, width, height },
      percent: Math.round(zoom * 100),
    };
  }
}

function isSame(a: Drawn, b: Drawn): boolean {
  return (
    a.level === b.level &&
    a.isPressable === b.isPressable &&
    a.percent === b.percent &&
    a.area.x === b.area.x &&
    a.area.y === b.area.y &&
    a.area.width === b.area.width &&
    a.area.height === b.area.height
  );
}
