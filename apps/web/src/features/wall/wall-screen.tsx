import { useEffect } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useInvitation } from "../../parts/invite/use-invitation.ts";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { NewestCards } from "./card/newest-cards.tsx";
import { ReadingCard } from "./card/reading-card.tsx";
import { BoardShape } from "./shape/board-shape.tsx";
import { isGathering } from "./shape/islands.ts";
import { useTurn } from "./turn/use-turn.ts";
import { WallJoin } from "./wall-join.tsx";
import css from "./wall-screen.module.css";

/** For the projector: something to look at, nothing to press. */
export function WallScreen() {
  const t = useText();
  const say = useLocalise();
  const title = say(useBoard(({ meta }) => meta.title));
  const isEarly = useBoard(({ cards }) => isGathering(cards.values()));
  const invitation = useInvitation();
  const { current, newest } = useTurn();
  useEffect(() => {
    document.title = t("wall.title", { title });
  }, [t, title]);
  return (
    <main className={`${css.wall} ${isEarly ? css.gathering : css.running}`}>
      <header className={css.header}>
        <h1 className={css.title}>{title}</h1>
        <ConnectionSign />
        <PresentCount />
      </header>
      <div className={css.board}>
        <BoardShape isNarrow={isEarly} />
      </div>
      <section
        aria-label={t("wall.now")}
        className={`${css.reading} ${current === undefined ? css.empty : ""}`}
      >
        {current === undefined ? (
          <p className={css.first}>{t("wall.firstCard")}</p>
        ) : (
          <ReadingCard card={current} key={current.id} />
        )}
      </section>
      {!isEarly && (
        <div className={css.newest}>
          <NewestCards cards={newest} />
        </div>
      )}
      <div className={css.join}>
        {invitation && <WallJoin invitation={invitation} size={isEarly ? "large" : "small"} />}
      </div>
    </main>
  );
}

/** Nobody, or an old number while the connection is gone, is not worth saying. */
function PresentCount() {
  const t = useText();
  const count = useBoard((view) => (view.connection.state === "online" ? view.presentCount : 0));
  return count > 0 && <p className={css.present}>{t("wall.present", { count })}</p>;
}

/** The hall must know when the picture stands still; while all is well there is nothing to see. */
function ConnectionSign() {
  const t = useText();
  const state = useBoard(({ connection }) => connection.state);
  if (state === "online") return null;
  return (
    <p className={css.sign} role="status">
      <Icon name="offline" />
      {t(state === "closed" ? "wall.closed" : "wall.offline")}
    </p>
  );
}
