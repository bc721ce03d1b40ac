import type { PeerView } from "@hefboom/client";

import { useBoard, useMe } from "../../board/use-board.ts";
import type { TextFunction } from "../../texts/load-texts.ts";
import { useText } from "../../texts/use-text.ts";
import { editorsByCard, nameOf, peerName } from "./names.ts";

/** How a person is called on this page: their name, "jij", or "deelnemer". */
export function usePersonName(personId: string | undefined): string | undefined {
  const text = useText();
  const me = useMe();
  const name = useBoard(({ people }) => personId && nameOf(people, personId));
  if (personId === undefined) return undefined;
  if (personId === me.personId) return text("person.you");
  return name || text("person.nameless");
}

/** Names of others who have this card open now, joined to one line; empty when nobody has. */
export function useEditorNames(cardId: string): string {
  const text = useText();
  const me = useMe();
  return useBoard(({ peers, people }) => {
    const others = (editorsByCard(peers).get(cardId) ?? []).filter(
      (peer) => peer.participantId !== me.personId,
    );
    return others.map((peer) => sayPeer(text, peerName(people, peer))).join(", ");
  });
}

/** How others who are connected are called. */
export function usePeerName(): (peer: PeerView) => string {
  const text = useText();
  const people = useBoard((view) => view.people);
  return (peer) => sayPeer(text, peerName(people, peer));
}

function sayPeer(text: TextFunction, called: ReturnType<typeof peerName>): string {
  return "name" in called ? called.name : text(called.key);
}
