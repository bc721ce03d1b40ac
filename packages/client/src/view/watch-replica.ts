import {
  cardsOf,
  clustersOf,
  leversOf,
  metaOf,
  peopleOf,
  placesOf,
  resultsOf,
  textsOf,
} from "@hefboom/board";
import type * as Y from "yjs";

/** Parts of the view that a root of the document is each read into. */
export type ReplicaPart = "meta" | "levers" | "clusters" | "results" | "people";

interface ReplicaChanges {
  card(cardId: string): void;
  part(part: ReplicaPart): void;
}

/** Tells which parts of the view a change of the document touches; the doc's end is the end of it. */
export function watchReplica(doc: Y.Doc, changed: ReplicaChanges): void {
  const cards = ({ keysChanged }: { keysChanged: Set<string> }) => {
    for (const cardId of keysChanged) changed.card(cardId);
  };
  cardsOf(doc).observe(cards);
  placesOf(doc).observe(cards);
  textsOf(doc).observeDeep((events) => {
    for (const event of events) {
      // Below `texts` the first step of the path is the card's id; without a path it is the map itself.
      const [cardId] = event.path;
      if (cardId === undefined) for (const id of event.keys.keys()) changed.card(id);
      else changed.card(String(cardId));
    }
  });
  metaOf(doc).observe(() => changed.part("meta"));
  leversOf(doc).observe(() => changed.part("levers"));
  peopleOf(doc).observe(() => changed.part("people"));
  clustersOf(doc).observe(() => changed.part("clusters"));
  resultsOf(doc).observe(() => changed.part("results"));
}
