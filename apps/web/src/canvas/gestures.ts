import type { Point } from "./camera.ts";
import type { CanvasView } from "./canvas-view.ts";

export interface GestureHooks {
  /** Card under a pointer that may be dragged. */
  draggableAt(target: EventTarget | null): string | undefined;
  onDragStart(cardId: string): void;
  /** @param by how far the card has come, @param at where the pointer is; both in board units */
  onDrag(cardId: string, by: Point, at: Point): void;
  onDrop(cardId: string): void;
  onDragCancel(cardId: string): void;
  /** Where the mouse is, in board units; `undefined` when it left. */
  onPoint(at: Point | undefined): void;
  /** Whether a pointer is down: nothing may shift under it. */
  onHold(isHeld: boolean): void;
}

/** A press that moves less is a click. */
const CLICK_PX = 5;
/** A finger pans; resting on a card for this long picks it up. */
const PICK_UP_MS = 350;

type Mode =
  | { kind: "idle" }
  | { kind: "pressed"; cardId: string | undefined; isTouch: boolean; start: Point }
  | { kind: "panning" }
  | { kind: "dragging"; cardId: string; start: Point }
  | { kind: "pinching" };

/** Turns pointers and the wheel into moves of the camera and drags of one card. */
export class CanvasGestures implements Disposable {
  readonly #element: HTMLElement;
  readonly #view: CanvasView;
  readonly #hooks: GestureHooks;
  readonly #abort = new AbortController();
  readonly #pointers = new Map<number, Point>();
  #mode: Mode = { kind: "idle" };
  #isSpaceDown = false;
  #pickUp: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, view: CanvasView, hooks: GestureHooks) {
    this.#element = element;
    this.#view = view;
    this.#hooks = hooks;
    const { signal } = this.#abort;
    element.addEventListener("pointerdown", this.#down, { signal });
    element.addEventListener("pointermove", this.#moved, { signal });
    element.addEventListener("pointerup", this.#up, { signal });
    element.addEventListener("pointercancel", this.#cancel, { signal });
    element.addEventListener("pointerleave", () => hooks.onPoint(undefined), { signal });
    element.addEventListener("wheel", this.#wheel, { signal, passive: false });
    element.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
    window.addEventListener("keydown", this.#key, { signal });
    window.addEventListener("keyup", this.#key, { signal });
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#pickUp);
    this.#abort.abort();
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button > 1 || isControl(event.target)) return;
    this.#pointers.set(event.pointerId, this.#at(event));
    this.#hooks.onHold(true);
    if (this.#pointers.size > 1) {
      this.#startPinch();
      return;
    }
    const start = this.#at(event);
    const isPanning = this.#isSpaceDown || event.button === 1;
    const cardId = isPanning ? undefined : this.#hooks.draggableAt(event.target);
    const isTouch = event.pointerType === "touch";
    this.#mode = { kind: "pressed", cardId, isTouch, start };
    if (isTouch && cardId !== undefined) {
      this.#pickUp = setTimeout(() => this.#startDrag(event.pointerId, cardId, start), PICK_UP_MS);
    }
  };

  readonly #moved = (event: PointerEvent): void => {
    const at = this.#at(event);
    if (event.pointerType !== "touch") this.#hooks.onPoint(this.#view.toBoard(at));
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    this.#pointers.set(event.pointerId, at);
    const mode = this.#mode;
    if (mode.kind === "pressed" && distance(mode.start, at) > CLICK_PX) {
      if (mode.cardId !== undefined && !mode.isTouch) {
        this.#startDrag(event.pointerId, mode.cardId, mode.start);
        this.#drag(at);
      } else this.#startPan(event.pointerId, mode.start, at);
    } else if (mode.kind === "panning") this.#view.pan(minus(at, before));
    else if (mode.kind === "dragging") this.#drag(at);
    else if (mode.kind === "pinching") this.#pinch(event.pointerId, before, at);
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId)) return;
    clearTimeout(this.#pickUp);
    const mode = this.#mode;
    if (mode.kind === "dragging") this.#hooks.onDrop(mode.cardId);
    if (mode.kind !== "pressed" && mode.kind !== "idle") this.#swallowClick();
    this.#rest();
  };

  readonly #cancel = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId)) return;
    clearTimeout(this.#pickUp);
    if (this.#mode.kind === "dragging") this.#hooks.onDragCancel(this.#mode.cardId);
    this.#rest();
  };

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
    const by = { x: -event.deltaX * lines, y: -event.deltaY * lines };
    if (event.ctrlKey || event.metaKey) {
      this.#view.zoom(Math.exp(Math.max(-60, Math.min(60, by.y)) * 0.008), this.#at(event));
    } else if (event.shiftKey && by.x === 0) this.#view.pan({ x: by.y, y: 0 });
    else this.#view.pan(by);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === " ") this.#isSpaceDown = event.type === "keydown";
    if (event.key === "Escape" && this.#mode.kind === "dragging") {
      this.#hooks.onDragCancel(this.#mode.cardId);
      this.#mode = { kind: "panning" };
    }
  };

  #startDrag(pointerId: number, cardId: string, start: Point): void {
    clearTimeout(this.#pickUp);
    this.#element.setPointerCapture(pointerId);
    this.#mode = { kind: "dragging", cardId, start: this.#view.toBoard(start) };
    this.#hooks.onDragStart(cardId);
  }

  #drag(at: Point): void {
    if (this.#mode.kind !== "dragging") return;
    const point = this.#view.toBoard(at);
    this.#hooks.onDrag(this.#mode.cardId, minus(point, this.#mode.start), point);
  }

  #startPan(pointerId: number, from: Point, to: Point): void {
    clearTimeout(this.#pickUp);
    this.#element.setPointerCapture(pointerId);
    this.#mode = { kind: "panning" };
    this.#view.pan(minus(to, from));
  }

  #startPinch(): void {
    clearTimeout(this.#pickUp);
    if (this.#mode.kind === "dragging") this.#hooks.onDragCancel(this.#mode.cardId);
    this.#mode = { kind: "pinching" };
  }

  #pinch(pointerId: number, before: Point, at: Point): void {
    const other = [...this.#pointers].find(([id]) => id !== pointerId)?.[1];
    if (other === undefined) return;
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    this.#view.pan({ x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 });
    this.#view.zoom(distance(at, other) / Math.max(1, distance(before, other)), middle);
  }

  #rest(): void {
    this.#mode = this.#pointers.size === 0 ? { kind: "idle" } : { kind: "panning" };
    if (this.#pointers.size === 0) this.#hooks.onHold(false);
  }

  /** What was a drag must not open the card that lies under the pointer now. */
  #swallowClick(): void {
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    this.#element.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => this.#element.removeEventListener("click", swallow, { capture: true }), 0);
  }

  /** In CSS px from the top left of the view. */
  #at(event: MouseEvent): Point {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

/** Buttons on the canvas that are not cards keep their own pointers. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-canvas-control]") !== null;
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
