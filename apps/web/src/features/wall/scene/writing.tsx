import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { usePresent } from "../use-present.ts";
import css from "./message.module.css";

/** Drafts belong to their authors: all that the hall sees is that people are at it. */
export function Writing() {
  const t = useText();
  const present = usePresent();
  return (
    <div className={css.message}>
      <span className={css.mark}>
        <Icon name="edit" />
      </span>
      <div>
        <p className={css.words}>{t("wall.writing")}</p>
        {present && <p className={css.more}>{present}</p>}
      </div>
    </div>
  );
}
