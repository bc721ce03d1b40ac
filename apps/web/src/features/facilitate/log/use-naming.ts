import { useOpenBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { nameOf } from "../../../parts/people/names.ts";
import { shortText } from "../point/use-pointed-at.ts";
import type { Naming } from "./log-sentence.ts";

/** Names for what the log is about, as the board has them when the log is read. */
export function useNaming(): Naming {
  const { store } = useOpenBoard();
  const say = useLocalise();
  const { cards, clusters, levers, meta, people } = store.getState();
  return {
    card: (id) => {
      const card = cards.get(id);
      return card && `“${shortText(card.text)}”`;
    },
    cluster: (id) => clusters.find((each) => each.id === id)?.title || undefined,
    lever: (id) => {
      const lever = levers.find((each) => each.id === id);
      return lever && `${lever.number}. ${say(lever.title)}`;
    },
    phase: (id) => {
      const phase = meta.plan.find((each) => each.id === id);
      return phase && say(phase.title);
    },
    person: (id) => nameOf(people, id),
  };
}
