import type { BoardLayout, Box } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

import type { OpenBoard } from "../../../board/open-board.ts";
import { centre } from "../../../canvas/box.ts";
import type { Point } from "../../../canvas/camera.ts";
import { type Drop, dropAt, leverAt } from "../../../canvas/drop-place.ts";
import { isLocked, rightsOnCard } from "../../../parts/card/rights.ts";
import { siblingsOf } from "../../../parts/cluster/arrange.ts";
import { blocksOn, clusterOf } from "../../../parts/cluster/use-blocks.ts";
import { touchCard } from "../../../parts/screen/screen-store.ts";

interface DragDeps {
  board: OpenBoard;
  layout: () => BoardLayout;
  layer: () => HTMLElement | null;
  /** Shows where the card would land. */
  onTarget: (drop: Drop | undefined) => void;
}

const translate = ({ x, y }: Point) => `translate(${x}px, ${y}px)`;

/** One card on its way: moves its element alone, and says one command when it lands. */
export class CardDrag {
  readonly #deps: DragDeps;
  #target: Drop | undefined;

  constructor(deps: DragDeps) {
    this.#deps = deps;
  }

  /** Card under `target` that this person may move. */
  draggableAt(target: EventTarget | null): string | undefined {
    const cardId =
      target instanceof Element
        ? target.closest<HTMLElement>("[data-card]")?.dataset["card"]
        : undefined;
    const { me, store } = this.#deps.board;
    const card = cardId === undefined ? undefined : store.getState().cards.get(cardId);
    if (card === undefined || this.#standsForOthers(card)) return undefined;
    return rightsOnCard(store.getState().meta, me.role, card).canMove ? cardId : undefined;
  }

  start(cardId: string): void {
    this.#elementOf(cardId)?.setAttribute("data-dragged", "");
  }

  move(cardId: string, by: Point): void {
    const box = this.#boxOf(cardId);
    if (box === undefined) return;
    const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
    const element = this.#elementOf(cardId);
    if (element) element.style.transform = translate(moved);
    const target = this.#targetAt(cardId, centre(moved));
    if (target?.lever === this.#target?.lever && target?.order === this.#target?.order) return;
    this.#target = target;
    this.#deps.onTarget(target);
  }

  drop(cardId: string): void {
    const target = this.#target;
    if (target !== undefined && this.#isElsewhere(cardId, target)) {
      touchCard(cardId);
      this.#deps.board.session.place(cardId, { lever: target.lever, order: target.order });
    }
    this.cancel(cardId);
  }

  /** Lets the element go back to where the layout has it, which after a drop is its new place. */
  cancel(cardId: string): void {
    this.#target = undefined;
    this.#deps.onTarget(undefined);
    const element = this.#elementOf(cardId);
    element?.removeAttribute("data-dragged");
    // The view follows within a frame; until then the card stays where it was let go.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const box = this.#boxOf(cardId);
        if (element && box) element.style.transform = translate(box);
      }),
    );
  }

  #targetAt(cardId: string, point: Point): Drop | undefined {
    const layout = this.#deps.layout();
    const { me, store } = this.#deps.board;
    const { cards, meta } = store.getState();
    const lever = leverAt(layout, point);
    if (lever === undefined || isLocked(meta, me.role, lever)) return undefined;
    const others = this.#siblings(cardId, lever).filter((id) => id !== cardId);
    return dropAt(
      layout,
      lever,
      others.flatMap((id) => cards.get(id) ?? []),
      point,
    );
  }

  /** Whether landing on `target` changes anything. */
  #isElsewhere(cardId: string, target: Drop): boolean {
    const { cards } = this.#deps.board.store.getState();
    const card = cards.get(cardId);
    if (card === undefined) return false;
    if (card.place.lever !== target.lever || card.place.x !== undefined) return true;
    const ids = this.#siblings(cardId, target.lever);
    const index = ids.indexOf(cardId);
    const orderOf = (id: string | undefined) => (id ? cards.get(id)?.place.order : undefined);
    const before = orderOf(ids[index - 1]);
    const after = orderOf(ids[index + 1]);
    return (
      (before !== undefined && target.order <= before) ||
      (after !== undefined && target.order >= after)
    );
  }

  /** The cards that it comes to lie among: those of its cluster, or those in none. */
  #siblings(cardId: string, lever: string | null): readonly string[] {
    return siblingsOf(blocksOn(this.#deps.board.store.getState(), lever), cardId);
  }

  /** Merged doubles are more cards than one, of more people than one. */
  #standsForOthers(card: CardView): boolean {
    return clusterOf(this.#deps.board.store.getState().clusters, card)?.isMerged === true;
  }

  #boxOf(cardId: string): Box | undefined {
    return this.#deps.layout().cards.get(cardId);
  }

  #elementOf(cardId: string): HTMLElement | null {
    const selector = `[data-card="${CSS.escape(cardId)}"]`;
    return this.#deps.layer()?.querySelector<HTMLElement>(selector) ?? null;
  }
}
