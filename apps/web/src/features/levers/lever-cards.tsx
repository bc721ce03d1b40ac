import { useEffect, useRef } from "react";

import { useBoard } from "../../board/use-board.ts";
import { LeverBadge } from "../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../parts/lever/use-lever.ts";
import { goToLevers } from "../../parts/screen/lever-address.ts";
import { showCard, useScreen } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { CardItem } from "./card-item.tsx";
import css from "./lever-cards.module.css";
import { useHeldCards } from "./use-held-cards.ts";

/** One lever's cards as a list that stands still: what others add waits for a tap. */
export function LeverCards({ lever }: { lever: string | null }) {
  const tint = useLeverTint(lever);
  const text = useText();
  const { shown, waiting, letIn } = useHeldCards(lever);
  const list = useShowCard(shown);
  const letInAndShow = () => {
    letIn();
    showCard(waiting[0]);
  };
  return (
    <section aria-labelledby="lever-title" className={css.page} style={tint}>
      <LeverHead lever={lever} />
      <div className={css.waiting} role="status">
        {waiting.length > 0 && (
          <button className={css.letIn} onClick={letInAndShow} type="button">
            <Icon name="down" />
            {text("lever.waiting", { count: waiting.length })}
          </button>
        )}
      </div>
      {shown.length === 0 && waiting.length === 0 ? (
        <p className={css.empty}>{text(lever === null ? "tray.empty" : "lever.empty")}</p>
      ) : (
        <ul className={css.cards} ref={list}>
          {shown.map((cardId) => (
            <CardItem cardId={cardId} key={cardId} lever={lever} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LeverHead({ lever }: { lever: string | null }) {
  const text = useText();
  const say = useLocalise();
  const facts = useBoard(({ levers }) => levers.find(({ id }) => id === lever));
  const heading = useRef<HTMLHeadingElement>(null);
  // A new page for the eye is a new page for the ear: the focus goes to its heading.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className={css.head}>
      <button className={css.back} onClick={goToLevers} type="button">
        <Icon label={text("levers.back")} name="back" />
      </button>
      {facts && <LeverBadge number={facts.number} />}
      <div className={css.words}>
        <h2 id="lever-title" ref={heading} tabIndex={-1}>
          {facts ? say(facts.title) : text("tray.title")}
        </h2>
        <p className={css.hint}>{facts ? say(facts.hint) : text("tray.hint")}</p>
      </div>
    </header>
  );
}

/** Brings the card that this person has just made, or let in, under the eyes. */
function useShowCard(shown: readonly string[]) {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useScreen((state) => state.cardToShow);
  const cardToShow = wanted !== undefined && shown.includes(wanted) ? wanted : undefined;
  useEffect(() => {
    if (cardToShow === undefined) return;
    const item = list.current?.querySelector(`[data-card="${CSS.escape(cardToShow)}"]`);
    item?.scrollIntoView({ block: "center" });
  }, [cardToShow]);
  return list;
}
