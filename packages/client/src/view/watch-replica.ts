import { cardsOf, leversOf, metaOf, peopleOf, placesOf, textsOf } from "@hefboom/board";
import type * as Y from "yjs";

interface ReplicaChanges {
  card(cardId: string): void;
  meta(): void;
  levers(): void;
  people(): void;
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
  metaOf(doc).observe(() => changed.meta());
  leversOf(doc).observe(() => changed.levers());
  peopleOf(doc).observe(() => changed.people());
}
