import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./message.module.css";

/** The session is over. @param count cards on the board */
export function Thanks({ count }: { count: number }) {
  const t = useText();
  return (
    <div className={css.message}>
      <span className={css.mark}>
        <Icon name="heart" />
      </span>
      <div>
        <p className={css.words}>{t("wall.thanks")}</p>
        <p className={css.more}>{t("wall.thanksCount", { count })}</p>
      </div>
    </div>
  );
}
