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
  const editors = Map.groupBy(
    peers.filter((peer) => peer.card !== undefined),
    (peer) => peer.card ?? "",
  );
  editorsOfPeers.set(peers, editors);
  return editors;
}
