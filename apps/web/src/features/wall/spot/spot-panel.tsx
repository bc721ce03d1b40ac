import { useText } from "../../../texts/use-text.ts";
import { ReadingCard } from "../card/reading-card.tsx";
import { membersOf } from "../clusters/doubles.ts";
import type { WallCards } from "../clusters/use-wall-cards.ts";
import type { Spot } from "../scene/scene.ts";
import { ClusterSpot } from "./cluster-spot.tsx";
import { LeverSpot } from "./lever-spot.tsx";
import css from "./spot.module.css";

/** What the facilitator points at, as large as there is room for. */
export function SpotPanel({ spot, wall }: { spot: Spot; wall: WallCards }) {
  const t = useText();
  return (
    <section aria-label={t("wall.spotlight")} className={css.room} role="status">
      <Spotted spot={spot} wall={wall} />
    </section>
  );
}

function Spotted({ spot, wall }: { spot: Spot; wall: WallCards }) {
  switch (spot.kind) {
    case "card": {
      const { card } = spot;
      return <ReadingCard card={card} doubles={wall.doubles.countOf.get(card.id)} key={card.id} />;
    }
    case "cluster": {
      const members = membersOf(spot.cluster, wall.cards);
      const [first] = members;
      if (spot.cluster.isMerged === true && first !== undefined) {
        return <ReadingCard card={first} doubles={members.length} key={first.id} />;
      }
      return <ClusterSpot cluster={spot.cluster} key={spot.cluster.id} members={members} />;
    }
    case "lever":
      return <LeverSpot key={spot.lever.id} lever={spot.lever} wall={wall} />;
  }
}

/** Where the spotlight falls on the board; `null`: in the tray. */
export function leverOfSpot(spot: Spot): string | null {
  switch (spot.kind) {
    case "card":
      return spot.card.place.lever;
    case "cluster":
      return spot.cluster.lever;
    case "lever":
      return spot.lever.id;
  }
}
