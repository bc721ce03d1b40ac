import type { Locks } from "../model/meta.ts";
import { isAboveLocks, type Role } from "./policy.ts";

/** Whether a lock keeps this role from changing what lies on `lever` (`null`: the tray, which only the board's lock covers). */
export function isLocked(
  { locks }: { readonly locks: Locks },
  role: Role,
  lever: string | null,
): boolean {
  if (isAboveLocks(role)) return false;
  return locks.board || (lever !== null && locks.levers.includes(lever));
}
