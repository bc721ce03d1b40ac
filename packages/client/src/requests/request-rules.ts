import { type VoteCommand, voterKey } from "@hefboom/board";

import type { Asked } from "../board-session-api.ts";

/**
 * Requests of one lane are done in the order in which they were asked for, one at a time, for the later build on the
 * earlier: dots are taken from one card before they are given to another. Lanes do not wait for one another.
 */
export function laneOf(command: Asked): string {
  switch (command.op) {
    case "vote":
      return `vote ${voterIn(command) ?? ""}`;
    case "hide":
    case "show":
      return `card ${command.cardId}`;
    case "cluster":
    case "uncluster":
      return "clusters";
    case "hand":
      return "hand";
    default:
      return "lead";
  }
}

/** What may be a card that this page still has something under way for. */
export function cardsIn(command: Asked): readonly string[] {
  switch (command.op) {
    case "hide":
    case "show":
      return [command.cardId];
    case "cluster":
      return command.members;
    case "vote":
      return [command.target];
    case "spotlight":
      return command.target === null ? [] : [command.target.id];
    default:
      return [];
  }
}

/** For whom a scribe votes, as the board tells voters apart: "Tafel 4" is "tafel 4". `undefined`: for oneself. */
export function voterIn({ voter }: Pick<VoteCommand, "voter">): string | undefined {
  return voter === undefined ? undefined : voterKey(voter);
}
