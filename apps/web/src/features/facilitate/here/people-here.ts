import type { PeerView } from "@hefboom/client";

/**
 * People who are connected, each once, by name in alphabetical order.
 * @param presentCount all who are connected, as the server counts them
 */
export function peopleHere(
  peers: readonly PeerView[],
  presentCount: number,
): { named: PeerView[]; unnamedCount: number } {
  const once = new Map(peers.map((peer) => [peer.participantId, peer]));
  const named = [...once.values()]
    .filter(({ name }) => name !== undefined && name !== "")
    .sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
  return { named, unnamedCount: Math.max(0, presentCount - named.length) };
}
