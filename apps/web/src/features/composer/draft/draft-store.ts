import { type Draft, EMPTY_DRAFT } from "./draft.ts";

/** Drafts of this page, for when storage is denied. */
const inMemory = new Map<string, Draft>();
const keyOf = (boardId: string, personId: string) => `hefboom:draft:${boardId}:${personId}`;

/** Kept at once with each letter, so that closing, a reload or a crash loses none. */
export function saveDraft(boardId: string, personId: string, draft: Draft): void {
  const key = keyOf(boardId, personId);
  inMemory.set(key, draft);
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is denied or full: the draft then lives as long as the page.
  }
}

export function loadDraft(boardId: string, personId: string): Draft {
  const key = keyOf(boardId, personId);
  const known = inMemory.get(key);
  if (known !== undefined) return known;
  try {
    return readDraft(localStorage.getItem(key));
  } catch {
    return EMPTY_DRAFT; // storage denied
  }
}

/** Takes over what can be understood of a stored draft: an older version of this program may have written it. */
export function readDraft(json: string | null): Draft {
  let stored: unknown;
  try {
    stored = JSON.parse(json ?? "null");
  } catch {
    return EMPTY_DRAFT;
  }
  if (typeof stored !== "object" || stored === null) return EMPTY_DRAFT;
  const draft: Record<string, unknown> = { ...stored };
  return {
    ...EMPTY_DRAFT,
    kind: draft["kind"] === "quote" ? "quote" : "note",
    text: asText(draft["text"]),
    lever: typeof draft["lever"] === "string" ? draft["lever"] : null,
    speaker: asText(draft["speaker"]),
    speakerAgrees: draft["speakerAgrees"] === true,
    labels: asLabels(draft["labels"]),
  };
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

function asLabels(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
