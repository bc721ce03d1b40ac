import type { Attack } from "./attack.ts";
import { attacksOfContent } from "./attacks-of-content.ts";
import { attacksOfForm } from "./attacks-of-form.ts";
import { attacksOnOthers } from "./attacks-on-others.ts";
import { attacksOnRoots } from "./attacks-on-roots.ts";

/** Everything that the gate must refuse, by what it tries. */
export const attacks: Readonly<Record<string, Attack>> = {
  ...attacksOnOthers,
  ...attacksOnRoots,
  ...attacksOfContent,
  ...attacksOfForm,
};
