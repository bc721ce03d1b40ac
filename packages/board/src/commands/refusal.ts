/** Final: the command goes to the drawer with this reason. */
const finalRefusals = [
  "not-allowed",
  "wrong-phase",
  "locked",
  "stopped",
  "not-found",
  "id-in-use",
  "too-long",
  "invalid",
  "board-full",
] as const;
export type FinalRefusal = (typeof finalRefusals)[number];
/** To be tried again: the command stays in the outbox. */
const passingRefusals = ["cannot-save", "too-fast"] as const;
export type PassingRefusal = (typeof passingRefusals)[number];
export type RefusalCode = FinalRefusal | PassingRefusal;

const known: readonly RefusalCode[] = [...finalRefusals, ...passingRefusals];

/** The code that somebody sent, as one that this program knows; an unknown one counts as `invalid`. */
export function toRefusal(code: string): RefusalCode {
  return known.find((one) => one === code) ?? "invalid";
}

export function isPassing(code: RefusalCode): code is PassingRefusal {
  return passingRefusals.some((one) => one === code);
}
