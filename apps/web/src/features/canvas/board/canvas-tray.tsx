import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { boxStyle } from "./box-style.ts";
import css from "./canvas-board.module.css";
import { CanvasCards, type CanvasCardsProps } from "./canvas-cards.tsx";

interface CanvasTrayProps extends Omit<CanvasCardsProps, "lever"> {
  isTarget: boolean;
}

/** Cards that lie on no lever yet, beside the islands; absent when there are none. */
export function CanvasTray({ isTarget, ...cards }: CanvasTrayProps) {
  const text = useText();
  const count = useBoard(({ cardIdsOn }) => cardIdsOn.get(null)?.length ?? 0);
  if (count === 0) return null;
  return (
    <section aria-labelledby="canvas-tray">
      <div
        className={css.tray}
        data-target={isTarget || undefined}
        style={boxStyle(cards.layout.tray)}
      >
        <header className={css.head}>
          <div className={css.words}>
            <h2 className={css.title} id="canvas-tray">
              {text("tray.title")}
            </h2>
            <p className={css.hint}>{text("tray.hint")}</p>
          </div>
        </header>
      </div>
      <CanvasCards {...cards} lever={null} />
    </section>
  );
}
