import type { Command } from "@hefboom/board";

/** What this person does to a card: kept on the device until the server has done it or refused it for good. */
export type OutboxCommand = Extract<
  Command,
  { op: "create" | "place" | "rewrite" | "delete" | "label" | "restore" }
>;
