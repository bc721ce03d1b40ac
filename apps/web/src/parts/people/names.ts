import type { Person } from "@hefboom/board";
import type { PeerView } from "@hefboom/client";

/** A name to show, `undefined` when the person goes without one ("deelnemer"). */
export function nameOf(people: ReadonlyMap<string, Person>, personId: string): string | undefined {
  return people.get(personId)?.name?.trim() || undefined;
}

const editorsOfPeers = new WeakMap<readonly PeerView[], ReadonlyMap<string, readonly PeerView[]>>();

/** Who has which card open for editing now; worked out once for each list of peers. */
export function editorsByCard(
  peers: readonly PeerView[],
): ReadonlyMap<string, readonly PeerView[]> {
  const known = editorsOfPeers.get(peers);
  if (known !== undefined) return known;
  const editors = new Map<string, PeerView[]>();
  for (const peer of peers) {
    if (peer.card === undefined) continue;
    const onCard = editors.get(peer.card);
    if (onCard === undefined) editors.set(peer.card, [peer]);
    else onCard.push(peer);
  }
  editorsOfPeers.set(peers, editors);
  return editors;
}

/** How to call somebody who is connected; staff join without being in `people`. */
export function peerName(
  people: ReadonlyMap<string, Person>,
  { participantId, name }: PeerView,
): { name: string } | { key: "person.nameless" | "person.staff" } {
  if (name) return { name };
  return { key: people.has(participantId) ? "person.nameless" : "person.staff" };
}
