import type { KeyRole } from "@hefboom/contract";

/** Keys of workshops made on this page: the server tells them once, so they live as long as the page. */
export type KnownKeys = Readonly<Partial<Record<KeyRole, string>>>;
