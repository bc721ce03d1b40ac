import { usePhase } from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./message.module.css";

/** No card to read: an invitation, where one may be written now. */
export function NothingYet() {
  const t = useText();
  const { rights } = usePhase();
  return rights.add && <p className={css.first}>{t("wall.firstCard")}</p>;
}
