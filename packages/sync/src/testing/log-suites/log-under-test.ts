import type { BoardLog, LogEntry } from "../../board-log.ts";

/** A log under test with one empty board in it. */
export interface LogUnderTest extends AsyncDisposable {
  log: BoardLog;
  /** A second log on the same store, as another node would have it. */
  other: BoardLog;
  boardId: string;
}
export type OpenLog = () => Promise<LogUnderTest>;

export function anEntry(changes: Partial<LogEntry> = {}): LogEntry {
  return {
    update: Uint8Array.of(1),
    owners: [],
    events: [],
    doneCommands: [],
    binned: [],
    restored: [],
    clients: [],
    acts: [],
    ...changes,
  };
}

/** Appends `count` entries after `head`; the update of each is its seq, in one byte. */
export async function appendMany(
  { log, boardId }: LogUnderTest,
  count: number,
  head = 0,
): Promise<void> {
  const seqs = Array.from({ length: count }, (_, index) => head + index + 1);
  await Promise.all(
    seqs.map((seq) => log.append(boardId, seq - 1, anEntry({ update: Uint8Array.of(seq) }))),
  );
}
