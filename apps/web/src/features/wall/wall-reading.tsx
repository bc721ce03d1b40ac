import type { CardView } from "@hefboom/client";
import { useMemo } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { ReadingCard } from "./card/reading-card.tsx";
import type { WallCards } from "./clusters/use-wall-cards.ts";
import { NothingYet } from "./scene/nothing-yet.tsx";
import type { Scene } from "./scene/scene.ts";
import { Thanks } from "./scene/thanks.tsx";
import { Writing } from "./scene/writing.tsx";
import { SpotPanel } from "./spot/spot-panel.tsx";
import { ResultsPanel } from "./vote/results-panel.tsx";
import { topVoted } from "./vote/tally.ts";
import css from "./wall-screen.module.css";

interface WallReadingProps {
  scene: Scene;
  wall: WallCards;
  /** The card whose turn it is. */
  current: CardView | undefined;
}

/** The part of the wall to be read from the back of the hall: one thing at a time. */
export function WallReading({ scene, wall, current }: WallReadingProps) {
  const t = useText();
  if (scene.kind === "quiet") return null;
  const isEmpty = scene.kind === "gathering" && current === undefined;
  return (
    <section aria-label={t("wall.now")} className={`${css.reading} ${isEmpty ? css.empty : ""}`}>
      <Reading current={current} scene={scene} wall={wall} />
    </section>
  );
}

function Reading({ scene, wall, current }: WallReadingProps) {
  switch (scene.kind) {
    case "closed":
      return <Thanks count={wall.cards.size} />;
    case "spotlight":
      return <SpotPanel spot={scene.spot} wall={wall} />;
    case "results":
      return <Outcome scene={scene} wall={wall} />;
    case "writing":
      return <Writing />;
    case "quiet":
      return null;
    case "gathering":
    case "turn":
      if (current === undefined) return <NothingYet />;
      return (
        <ReadingCard
          card={current}
          doubles={wall.doubles.countOf.get(current.id)}
          key={current.id}
        />
      );
  }
}

/** So many bars can be read from the back. */
const TOP = 5;

interface OutcomeProps {
  scene: Extract<Scene, { kind: "results" }>;
  wall: WallCards;
}

function Outcome({ scene: { results }, wall }: OutcomeProps) {
  const clusters = useBoard((view) => view.clusters);
  const levers = useBoard((view) => view.levers);
  const isRunning = useBoard(({ meta }) => meta.ballot?.state === "open");
  const top = useMemo(
    () => topVoted(results, { ...wall, clusters, levers }, TOP),
    [results, wall, clusters, levers],
  );
  return <ResultsPanel isRunning={isRunning} results={results} top={top} />;
}
