import { voterKey } from "@hefboom/board";
import { useState } from "react";

import { useBoard, useOpenBoard } from "../../../board/use-board.ts";
import { type Answers, cardFromEntry, type Entry, nextEntry, withWho } from "./entry.ts";
import { loadMemory, type ScribeMemory, saveMemory } from "./entry-memory.ts";

export interface EntryState {
  readonly entry: Entry;
  /** Ids of cards entered here, the newest first. */
  readonly entered: readonly string[];
  /** Names and tables that spoke before, for the list below the field. */
  readonly known: readonly string[];
  change(changes: Partial<Omit<Entry, "who">>): void;
  changeWho(who: string): void;
  /** Saves an entry without problems, and makes room for the next. */
  save(): void;
}

/** What the scribe types, kept with each letter. */
export function useEntry(): EntryState {
  const { boardId, session } = useOpenBoard();
  const levers = useBoard((view) => view.levers);
  const [memory, setMemory] = useState(() => {
    const loaded = loadMemory(boardId);
    const isThere = levers.some(({ id }) => id === loaded.entry.lever);
    return isThere ? loaded : { ...loaded, entry: { ...loaded.entry, lever: null } };
  });
  const keep = (changed: ScribeMemory) => {
    setMemory(changed);
    saveMemory(boardId, changed);
  };
  const { entry, answers, entered } = memory;
  return {
    entry,
    entered,
    known: Object.values(answers).map(({ who }) => who),
    change: (changes) => keep({ ...memory, entry: { ...entry, ...changes } }),
    changeWho: (who) => keep({ ...memory, entry: withWho(entry, who, answers) }),
    save() {
      const cardId = session.create(cardFromEntry(entry));
      keep({
        entry: nextEntry(entry),
        answers: withAnswer(answers, entry),
        entered: [cardId, ...entered],
      });
    },
  };
}

function withAnswer(answers: Answers, { who, consent }: Entry): Answers {
  const key = voterKey(who);
  if (key === "" || consent === undefined) return answers;
  return { ...answers, [key]: { who: who.trim(), consent } };
}
