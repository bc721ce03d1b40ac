import {
  type CardKind,
  type Consent,
  cleanText,
  isStorable,
  type LeverView,
  TEXT_MAX_LENGTH,
  voterKey,
} from "@hefboom/board";
import type { NewCard } from "@hefboom/client";

/** A card that the scribe is writing down for somebody. */
export interface Entry {
  readonly kind: CardKind;
  readonly text: string;
  readonly lever: string | null;
  /** A name, or a table such as "tafel 4"; may be empty. */
  readonly who: string;
  /** What was answered when asked aloud; `undefined`: not asked yet. */
  readonly consent: Consent | undefined;
}

export const EMPTY_ENTRY: Entry = {
  kind: "note",
  text: "",
  lever: null,
  who: "",
  consent: undefined,
};

export interface EntryProblems {
  readonly text?: "empty" | "too-long" | "unreadable";
  readonly who?: "missing" | "unreadable";
  readonly consent?: "missing";
}

/** What keeps an entry from being saved; empty when nothing does. */
export function checkEntry(entry: Entry): EntryProblems {
  const text = textProblem(entry.text);
  const who = whoProblem(entry);
  return {
    ...(text !== undefined && { text }),
    ...(who !== undefined && { who }),
    ...(entry.consent === undefined && { consent: "missing" }),
  };
}

function textProblem(text: string): EntryProblems["text"] {
  if (text.trim() === "") return "empty";
  if (lettersLeft(text) < 0) return "too-long";
  return "refused" in cleanText(text) ? "unreadable" : undefined;
}

function whoProblem({ who, consent }: Entry): EntryProblems["who"] {
  if (!isStorable(who)) return "unreadable";
  return consent === "named" && who.trim() === "" ? "missing" : undefined;
}

/** Room left in the text as it will be stored; negative: so many too many. */
export function lettersLeft(text: string): number {
  return TEXT_MAX_LENGTH - text.normalize("NFC").length;
}

/** "Tafel 4" is nobody's name: it may stand on the board whatever was answered. */
export function isTable(who: string): boolean {
  return /^(tafel|table|groep|group)\b|\d/i.test(who.trim());
}

/**
 * The command's content for an entry without problems. Who is not to be named with the words is not named on the board
 * either, and so nowhere at all.
 */
export function cardFromEntry({ kind, text, lever, who, consent }: Entry): NewCard {
  const speaker = who.trim();
  const isNamed = consent === "named";
  const isShown = speaker !== "" && (isNamed || isTable(speaker));
  return {
    kind,
    text: text.trim(),
    lever,
    ...(isShown && { speaker, speakerAgrees: isNamed }),
    ...(consent !== undefined && { consent }),
  };
}

/** What stays for the next card: all but its words; who has no name is asked anew each time. */
export function nextEntry(entry: Entry): Entry {
  const isKnown = entry.who.trim() !== "";
  return { ...entry, text: "", consent: isKnown ? entry.consent : undefined };
}

export interface Answer {
  /** As it was typed. */
  readonly who: string;
  readonly consent: Consent;
}
/** Answers given so far, by `voterKey`. */
export type Answers = Readonly<Record<string, Answer>>;

/** Somebody else speaks: their own answer, when they gave one; a name that is still being typed keeps what was chosen. */
export function withWho(entry: Entry, who: string, answers: Answers): Entry {
  const known = answers[voterKey(who)]?.consent;
  const wasKnown = answers[voterKey(entry.who)] !== undefined;
  return { ...entry, who, consent: known ?? (wasKnown ? undefined : entry.consent) };
}

/** @returns the lever with this number; `null` for nothing typed; `undefined` when there is none */
export function leverOfNumber(
  levers: readonly LeverView[],
  typed: string,
): string | null | undefined {
  if (typed.trim() === "") return null;
  return levers.find(({ number }) => String(number) === typed.trim())?.id;
}
