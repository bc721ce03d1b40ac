import { useEffect } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { setFollow, useFollow } from "../../../parts/session/spotlight/follow-store.ts";
import { spotlightGoal } from "../../../parts/session/spotlight/spotlight-goal.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import css from "./spotlight-banner.module.css";
import { type Pointing, useBringAlong } from "./use-bring-along.ts";

/** Says what the facilitator points at; one button leads there, or back to where one was. */
export function SpotlightBanner(pointing: Pointing) {
  useBringAlong(pointing);
  const name = useSpotName();
  const { state, seq } = useFollow();
  if (name === undefined || state === "none") return null;
  return <Banner key={seq} name={name} state={state} />;
}

function Banner({ name, state }: { name: string; state: ReturnType<typeof useFollow>["state"] }) {
  const text = useText();
  const isFollowing = state === "following";
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each thing that is pointed at
  useEffect(() => announce(text("spotlight.said", { name })), []);
  const turn = () => setFollow({ state: isFollowing ? "returned" : "following" });
  return (
    <section aria-label={text("spotlight.points")} className={css.banner}>
      <Icon name="point" />
      <p className={css.words}>
        <span className={css.who}>{text("spotlight.points")}</span>
        <span className={css.what}>{name}</span>
      </p>
      {/* One button that changes, so that the focus stays where it is. */}
      <Button className={css.button} onClick={turn} variant="quiet">
        {isFollowing && <Icon name="back" />}
        {text(
          isFollowing ? "spotlight.back" : state === "offered" ? "spotlight.go" : "spotlight.again",
        )}
      </Button>
    </section>
  );
}

const FIRST_WORDS = 60;

/** What is pointed at, in words; `undefined` when nothing is, or it is not there. */
function useSpotName(): string | undefined {
  const text = useText();
  const say = useLocalise();
  return useBoard((view) => {
    const { spotlight } = view.meta;
    if (spotlight === null || spotlightGoal(view, spotlight) === undefined) return undefined;
    const { kind, id } = spotlight;
    if (kind === "card") return view.cards.get(id)?.text.slice(0, FIRST_WORDS);
    if (kind === "cluster") {
      return view.clusters.find((each) => each.id === id)?.title || text("cluster.untitled");
    }
    const lever = view.levers.find((each) => each.id === id);
    return lever && say(lever.title);
  });
}
