/** Final: the command goes to the drawer with this reason. */
export type FinalRefusal =
  | "not-allowed"
  | "wrong-phase"
  | "locked"
  | "stopped"
  | "not-found"
  | "id-in-use"
  | "too-long"
  | "invalid"
  | "board-full";
/** To be tried again: the command stays in the outbox. */
export type PassingRefusal = "cannot-save" | "too-fast";
export type RefusalCode = FinalRefusal | PassingRefusal;

export function isPassing(code: RefusalCode): code is PassingRefusal {
  return code === "cannot-save" || code === "too-fast";
}
