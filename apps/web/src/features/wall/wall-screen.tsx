import { useEffect } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useInvitation } from "../../parts/invite/use-invitation.ts";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { useHasPhases } from "../../parts/session/use-phase.ts";
import { useText } from "../../texts/use-text.ts";
import { useWallCards } from "./clusters/use-wall-cards.ts";
import { WallHeader } from "./head/wall-header.tsx";
import type { Scene } from "./scene/scene.ts";
import { useScene } from "./scene/use-scene.ts";
import { WallBoard } from "./shape/wall-board.tsx";
import { useTurn } from "./turn/use-turn.ts";
import { WallJoin, type WallJoinProps } from "./wall-join.tsx";
import { WallReading } from "./wall-reading.tsx";
import css from "./wall-screen.module.css";
import { WallSide } from "./wall-side.tsx";

/** How the wall is divided: what matters now has the most room. */
const layoutOf: Record<Scene["kind"], string | undefined> = {
  gathering: css.gathering,
  quiet: css.quiet,
  turn: css.running,
  writing: css.stage,
  spotlight: css.stage,
  results: css.stage,
  closed: css.stage,
};
const joinOf: Record<Scene["kind"], WallJoinProps["size"] | undefined> = {
  gathering: "large",
  quiet: "upright",
  turn: "small",
  writing: "upright",
  spotlight: "upright",
  results: "upright",
  closed: undefined,
};

/** For the projector: something to look at, nothing to press. */
export function WallScreen() {
  useTitle();
  const wall = useWallCards();
  const scene = useScene(wall.cards);
  const { current, newest } = useTurn(wall);
  const invitation = useInvitation();
  const isJoiningClosed = useBoard(({ meta }) => meta.settings.isJoiningClosed === true);
  const joinSize = isJoiningClosed ? undefined : joinOf[scene.kind];
  const hasPhases = useHasPhases();
  const look = [
    css.wall,
    layoutOf[scene.kind],
    joinSize === undefined && css.withoutJoin,
    hasPhases && css.stepped,
  ];
  return (
    <main className={look.filter(Boolean).join(" ")} data-scene={scene.kind}>
      <WallHeader />
      <div className={css.board}>
        <WallBoard scene={scene} wall={wall} />
      </div>
      <WallReading current={current} scene={scene} wall={wall} />
      {scene.kind === "turn" && current !== undefined && (
        <div className={css.side}>
          <WallSide newest={newest} wall={wall} />
        </div>
      )}
      {joinSize !== undefined && (
        <div className={css.join}>
          {invitation && <WallJoin invitation={invitation} size={joinSize} />}
        </div>
      )}
    </main>
  );
}

function useTitle(): void {
  const t = useText();
  const say = useLocalise();
  const title = say(useBoard(({ meta }) => meta.title));
  useEffect(() => {
    document.title = t("wall.title", { title });
  }, [t, title]);
}
