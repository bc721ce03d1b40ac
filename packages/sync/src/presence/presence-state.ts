/** What a client may say of itself; everything else in its state is dropped. */
export interface OwnPresence {
  card?: string;
  cursor?: { x: number; y: number };
}

const CARD_ID = /^[0-9a-z]{20}$/;
const COORDINATE_LIMIT = 100_000;

/** The fields that are well-formed; a state without any is presence all the same. */
export function readOwnPresence(state: Record<string, unknown>): OwnPresence {
  const presence: OwnPresence = {};
  if (typeof state["card"] === "string" && CARD_ID.test(state["card"])) {
    presence.card = state["card"];
  }
  const cursor = state["cursor"];
  if (typeof cursor === "object" && cursor !== null && "x" in cursor && "y" in cursor) {
    const { x, y } = cursor;
    if (isCoordinate(x) && isCoordinate(y)) presence.cursor = { x, y };
  }
  return presence;
}

function isCoordinate(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= COORDINATE_LIMIT;
}
