import type { CardView } from "@hefboom/client";

import { useOpenBoard } from "../../board/use-board.ts";
import { siblingsOf } from "../../parts/cluster/arrange.ts";
import { blocksOn } from "../../parts/cluster/use-blocks.ts";
import { LeverSelect } from "../../parts/lever/lever-select.tsx";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { announce, touchCard, useScreen } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./card-sheet.module.css";
import { nextOrder } from "./next-order.ts";

/** Moves a card without dragging: to another lever, or earlier and later on its own. */
export function MoveCard({ card }: { card: CardView }) {
  const text = useText();
  const { moveTo, moveBy } = useMoves(card);
  const isFirst = useScreen(({ openCardAt }) => openCardAt === "move");
  return (
    <div className={css.move}>
      <LeverSelect
        isFirst={isFirst}
        label={text("card.moveTo")}
        onChange={moveTo}
        value={card.place.lever}
      />
      <div className={css.steps}>
        <Button onClick={() => moveBy(-1)} variant="quiet">
          <Icon name="up" />
          {text("card.earlier")}
        </Button>
        <Button onClick={() => moveBy(1)} variant="quiet">
          <Icon name="down" />
          {text("card.later")}
        </Button>
      </div>
    </div>
  );
}

function useMoves(card: CardView) {
  const text = useText();
  const say = useLocalise();
  const { session, store } = useOpenBoard();
  const moveTo = (lever: string | null) => {
    if (lever === card.place.lever) return;
    touchCard(card.id);
    session.place(card.id, { lever });
    const facts = store.getState().levers.find(({ id }) => id === lever);
    announce(text("card.movedTo", { lever: facts ? say(facts.title) : text("tray.title") }));
  };
  const moveBy = (direction: -1 | 1) => {
    const view = store.getState();
    const { cards } = view;
    const ids = siblingsOf(blocksOn(view, card.place.lever), card.id);
    const ordered = ids.map((id) => ({ id, order: cards.get(id)?.place.order ?? "" }));
    const order = nextOrder(ordered, card.id, direction);
    if (order === undefined) {
      announce(text(direction === -1 ? "card.isFirst" : "card.isLast"));
      return;
    }
    touchCard(card.id);
    session.place(card.id, { lever: card.place.lever, order });
    const position = ids.indexOf(card.id) + 1 + direction;
    announce(text("card.isNow", { position, count: ids.length }));
  };
  return { moveTo, moveBy };
}
