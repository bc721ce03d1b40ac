/** Keys of workshops made on this page: the server tells them once, so they live as long as the page. */
export type KnownKeys = Readonly<Partial<Record<"facilitator" | "viewer", string>>>;
