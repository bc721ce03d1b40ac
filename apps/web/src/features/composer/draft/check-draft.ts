import { type CreateCommand, cleanText, type Role, TEXT_MAX_LENGTH } from "@hefboom/board";

import type { Draft } from "./draft.ts";

export interface DraftProblems {
  text?: "empty" | "too-long" | "unreadable";
  consent?: "missing";
}

/** The staff enter words of others: they must ask, so nothing is chosen for them. */
export const mustChooseConsent = (role: Role): boolean => role !== "participant";

/** What keeps a draft from being placed; empty when nothing does. */
export function checkDraft(draft: Draft, role: Role): DraftProblems {
  const problems: DraftProblems = {};
  if (draft.text.trim() === "") problems.text = "empty";
  else if (lettersLeft(draft.text) < 0) problems.text = "too-long";
  else if ("refused" in cleanText(draft.text)) problems.text = "unreadable";
  if (mustChooseConsent(role) && draft.consent === undefined) problems.consent = "missing";
  return problems;
}

/** Room left in the text as it will be stored; negative: so many too many. */
export function lettersLeft(text: string): number {
  return TEXT_MAX_LENGTH - text.normalize("NFC").length;
}

/** The command's content for a draft without problems. */
export function cardFromDraft(draft: Draft): Omit<CreateCommand, "op" | "id" | "cardId"> {
  const { kind, lever, labels, consent } = draft;
  const speaker = kind === "quote" ? draft.speaker.trim() : "";
  return {
    kind,
    text: draft.text.trim(),
    lever,
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(speaker !== "" && { speaker, speakerAgrees: draft.speakerAgrees }),
    ...(consent !== undefined && { consent }),
  };
}
