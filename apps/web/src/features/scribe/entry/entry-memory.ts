import type { Consent } from "@hefboom/board";

import { type Answer, type Answers, EMPTY_ENTRY, type Entry } from "./entry.ts";

/** What this page keeps of the scribe's work beside the cards themselves. */
export interface ScribeMemory {
  readonly entry: Entry;
  readonly answers: Answers;
  /** Ids of cards entered here, the newest first. */
  readonly entered: readonly string[];
}

export const NO_MEMORY: ScribeMemory = { entry: EMPTY_ENTRY, answers: {}, entered: [] };
const consents: readonly unknown[] = ["named", "anonymous", "none"] satisfies Consent[];
const isConsent = (value: unknown): value is Consent => consents.includes(value);

const keyOf = (boardId: string) => `hefboom:scribe:${boardId}`;

/** As long as the tab: answers were given to this scribe, in this session. */
export function saveMemory(boardId: string, memory: ScribeMemory): void {
  try {
    sessionStorage.setItem(keyOf(boardId), JSON.stringify(memory));
  } catch {
    // Storage is denied or full: what is typed then lives as long as the page.
  }
}

export function loadMemory(boardId: string): ScribeMemory {
  try {
    return readMemory(sessionStorage.getItem(keyOf(boardId)));
  } catch {
    return NO_MEMORY; // storage denied
  }
}

/** Takes over what can be understood of it: an older version of this program may have written it. */
export function readMemory(json: string | null): ScribeMemory {
  const stored = asRecord(parse(json));
  const entry = asRecord(stored["entry"]);
  const entered = stored["entered"];
  return {
    entry: {
      kind: entry["kind"] === "quote" ? "quote" : "note",
      text: asText(entry["text"]),
      lever: typeof entry["lever"] === "string" ? entry["lever"] : null,
      who: asText(entry["who"]),
      consent: isConsent(entry["consent"]) ? entry["consent"] : undefined,
    },
    answers: asAnswers(stored["answers"]),
    entered: Array.isArray(entered) ? entered.filter((id) => typeof id === "string") : [],
  };
}

function asAnswers(value: unknown): Answers {
  const answers = new Map<string, Answer>();
  for (const [key, stored] of Object.entries(asRecord(value))) {
    const { who, consent } = asRecord(stored);
    if (typeof who === "string" && isConsent(consent)) answers.set(key, { who, consent });
  }
  return Object.fromEntries(answers);
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
