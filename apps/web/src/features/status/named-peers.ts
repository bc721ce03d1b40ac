import type { PeerView } from "@hefboom/client";

interface NamedPeer {
  id: string;
  name: string;
  hue: number;
  /** How many go by this name, such as "deelnemer". */
  count: number;
}

/** Others who are here, each person once whatever the number of their tabs, the same names together. */
export function namedPeers(
  peers: readonly PeerView[],
  myId: string,
  nameOf: (peer: PeerView) => string,
): NamedPeer[] {
  const people = new Map(peers.map((peer) => [peer.participantId, peer]));
  people.delete(myId);
  const byName = new Map<string, NamedPeer>();
  for (const [id, peer] of people) {
    const name = nameOf(peer);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { id, name, hue: peer.hue, count: 1 });
    else known.count += 1;
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}
