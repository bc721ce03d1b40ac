import { useEffect, useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { goToLevers } from "../../../parts/screen/lever-address.ts";
import { useSizeVar } from "../../../parts/screen/use-size-var.ts";
import { useIsSpotlit } from "../../../parts/session/spotlight/use-is-spotlit.ts";
import { VotesOf } from "../../../parts/vote/votes-of.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./lever-cards.module.css";

/** Name of the lever whose cards are shown, and the way back. */
export function LeverHead({ lever }: { lever: string | null }) {
  const text = useText();
  const say = useLocalise();
  const facts = useBoard(({ levers }) => levers.find(({ id }) => id === lever));
  const isSpotlit = useIsSpotlit("lever", lever);
  const head = useSizeVar<HTMLElement>("--lever-head-size");
  const heading = useRef<HTMLHeadingElement>(null);
  // A new page for the eye is a new page for the ear: the focus goes to its heading.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <header className={css.head} data-spotlit={isSpotlit || undefined} ref={head}>
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
        {isSpotlit && <Icon label={text("spotlight.here")} name="point" />}
      </header>
      {facts && <VotesOf name={say(facts.title)} on="lever" targets={[facts.id]} />}
    </>
  );
}
