import type { RefusalCode } from "@hefboom/board";

/** What a sender hears of a command or a text edit, after the commit. */
export type Answer = { id: string; saved: true } | { id: string; refused: RefusalCode };
