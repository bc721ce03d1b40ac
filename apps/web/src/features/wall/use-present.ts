import type { BoardView } from "@hefboom/client";

import { useBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";

type Presence = Pick<BoardView, "connection" | "meta" | "peers" | "people" | "presentCount">;

/**
 * How many there are to tell the hall of, and in which words: those who take part, where it is known who is here. With
 * authors hidden the server tells one number alone, in which who leads and who writes for others are too.
 */
export function presentOn({ connection, meta, peers, people, presentCount }: Presence) {
  // An old number while the connection is gone is not worth saying.
  if (connection.state !== "online") return { words: "wall.present", count: 0 } as const;
  if (meta.authors === "hidden") return { words: "wall.here", count: presentCount } as const;
  const count = peers.filter(({ participantId }) => people.has(participantId)).length;
  return { words: "wall.present", count } as const;
}

/** The sentence of that; `undefined` when there is nobody. */
export function usePresent(): string | undefined {
  const text = useText();
  const words = useBoard((view) => presentOn(view).words);
  const count = useBoard((view) => presentOn(view).count);
  return count > 0 ? text(words, { count }) : undefined;
}
