import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./message.module.css";

/** Drafts belong to their authors: all that the hall sees is that people are at it. */
export function Writing() {
  const t = useText();
  const count = useBoard((view) => (view.connection.state === "online" ? view.presentCount : 0));
  return (
    <div className={css.message}>
      <span className={css.mark}>
        <Icon name="edit" />
      </span>
      <div>
        <p className={css.words}>{t("wall.writing")}</p>
        {count > 0 && <p className={css.more}>{t("wall.here", { count })}</p>}
      </div>
    </div>
  );
}
