import type { RefusalCode } from "@hefboom/board";
import type { TextKey } from "@hefboom/contract";

/** What to say to who leads when something was not done; "offline": nobody knows whether it was. */
export const failedText = {
  "not-allowed": "failed.not-allowed",
  "wrong-phase": "failed.wrong-phase",
  locked: "failed.other",
  stopped: "failed.not-allowed",
  "not-found": "failed.not-found",
  "id-in-use": "failed.other",
  "too-long": "failed.other",
  invalid: "failed.other",
  "board-full": "failed.other",
  "cannot-save": "failed.cannot-save",
  "too-fast": "failed.too-fast",
  offline: "failed.offline",
} as const satisfies Record<RefusalCode | "offline", TextKey>;
