import { type Inverse, inverseSchema } from "@hefboom/board";
import { Compile } from "typebox/compile";

const inverseCheck = Compile(inverseSchema);

/** How a command is taken back, as the log keeps it; `undefined` for what another version wrote and this one does not know. */
export function parseInverse(json: string): Inverse | undefined {
  const parsed: unknown = JSON.parse(json);
  return inverseCheck.Check(parsed) ? parsed : undefined;
}
