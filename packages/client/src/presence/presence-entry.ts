import type { PeerView } from "../board-view.ts";

/** A state as the server relays it, with who it is from; `undefined` when it names nobody. */
export function readPeer(state: unknown): PeerView | undefined {
  if (!isRecord(state)) return undefined;
  const { participantId, name, hue, card, cursor } = state;
  if (typeof participantId !== "string" || typeof hue !== "number") return undefined;
  return {
    participantId,
    hue,
    ...(typeof name === "string" && { name }),
    ...(typeof card === "string" && { card }),
    ...(isPoint(cursor) && { cursor: { x: cursor.x, y: cursor.y } }),
  };
}

/** How many are here, from the state that the server sends under a clientID of its own. */
export function readCount(state: unknown): number | undefined {
  return isRecord(state) && typeof state["count"] === "number" ? state["count"] : undefined;
}

export function isSamePeer(a: PeerView, b: PeerView): boolean {
  return (
    a.participantId === b.participantId &&
    a.name === b.name &&
    a.hue === b.hue &&
    a.card === b.card &&
    a.cursor?.x === b.cursor?.x &&
    a.cursor?.y === b.cursor?.y
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPoint(value: unknown): value is { x: number; y: number } {
  return isRecord(value) && typeof value["x"] === "number" && typeof value["y"] === "number";
}
