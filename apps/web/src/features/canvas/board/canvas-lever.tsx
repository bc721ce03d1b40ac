import type { LeverView } from "@hefboom/board";

import { useBoard, useMe } from "../../../board/use-board.ts";
import { canCreate } from "../../../parts/card/rights.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { openComposer } from "../../../parts/screen/screen-store.ts";
import { useIsSpotlit } from "../../../parts/session/spotlight/use-is-spotlit.ts";
import { VotesOf, VotesOnLever } from "../../../parts/vote/votes-of.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { boxStyle } from "./box-style.ts";
import css from "./canvas-board.module.css";
import { CanvasCards, type CanvasCardsProps } from "./canvas-cards.tsx";

interface CanvasLeverProps extends Omit<CanvasCardsProps, "lever"> {
  lever: LeverView;
  isTarget: boolean;
}

export function CanvasLever({ lever, isTarget, ...cards }: CanvasLeverProps) {
  const text = useText();
  const say = useLocalise();
  const { role } = useMe();
  const tint = useLeverTint(lever.id);
  const canAdd = useBoard(({ meta }) => canCreate(meta, role, lever.id));
  const isSpotlit = useIsSpotlit("lever", lever.id);
  const box = cards.layout.levers.get(lever.id);
  if (box === undefined) return null;
  const title = say(lever.title);
  return (
    <section aria-labelledby={`lever-${lever.id}`} style={tint}>
      <div
        className={css.lever}
        data-spotlit={isSpotlit || undefined}
        data-target={isTarget || undefined}
        style={boxStyle(box)}
      >
        <header className={css.head}>
          <LeverBadge number={lever.number} />
          <div className={css.words}>
            <h3 className={css.title} id={`lever-${lever.id}`}>
              {title}
              {isSpotlit && <span className="visually-hidden">. {text("spotlight.here")}</span>}
            </h3>
            <p className={css.hint}>{say(lever.hint)}</p>
          </div>
          <div className={css.votes} data-canvas-control="">
            <VotesOf name={title} on="lever" targets={[lever.id]} />
          </div>
          {canAdd && (
            <button
              aria-label={text("canvas.addOn", { lever: title })}
              className={css.add}
              data-canvas-control=""
              onClick={() => openComposer(lever.id)}
              type="button"
            >
              <Icon name="add" />
            </button>
          )}
        </header>
        <div className={css.total}>
          <VotesOnLever lever={lever.id} />
        </div>
      </div>
      <CanvasCards {...cards} lever={lever.id} />
    </section>
  );
}
