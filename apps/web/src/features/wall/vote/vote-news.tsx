import type { BallotState } from "@hefboom/board";

import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./vote.module.css";

/** That a vote goes on, or is over and not shown yet: what it is about, and with how many votes each. */
export function VoteNews({ ballot }: { ballot: BallotState }) {
  const t = useText();
  const { on, dots, state, isSecret } = ballot;
  const isOpen = state === "open";
  return (
    <section aria-label={t("wall.vote")} className={css.news} role="status">
      <p className={css.newsTitle}>
        <Icon name={isOpen ? "vote" : "check"} />
        {t(isOpen ? "wall.voteOpen" : "wall.voteClosed")}
      </p>
      {isOpen && <p>{t(`wall.voteOn.${on}`, { count: dots })}</p>}
      {isSecret && <p className={css.later}>{t("wall.voteLater")}</p>}
    </section>
  );
}
