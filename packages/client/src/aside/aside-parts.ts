import type { Aside } from "@hefboom/contract/messages";

import type { BoardView } from "../board-view.ts";
import { isSameJson } from "./same-json.ts";

/** What an aside tells beside the held cards. */
export type AsidePart = "votes" | "votesFor" | "isHandUp" | "staff";
type Parts = Pick<BoardView, AsidePart>;

const NOTHING: Parts = { votes: {}, votesFor: {}, isHandUp: false, staff: undefined };

/** The newest of each part that was told. */
export class AsideParts {
  readonly #onPart: (part: AsidePart) => void;
  #parts: Parts = NOTHING;

  constructor(onPart: (part: AsidePart) => void) {
    this.#onPart = onPart;
  }

  get<Part extends AsidePart>(part: Part): Parts[Part] {
    return this.#parts[part];
  }

  take(aside: Aside): void {
    const before = aside.isWhole ? NOTHING : this.#parts;
    this.#put("votes", aside.votes ?? before.votes);
    this.#put("votesFor", aside.votesFor ?? before.votesFor);
    this.#put("isHandUp", aside.isHandUp ?? before.isHandUp);
    this.#put("staff", aside.staff ?? before.staff);
  }

  /** The older object stays where the newer says the same. */
  #put<Part extends AsidePart>(part: Part, value: Parts[Part]): void {
    if (isSameJson(this.#parts[part], value)) return;
    this.#parts = { ...this.#parts, [part]: value };
    this.#onPart(part);
  }
}
