import { crc32 } from "node:zlib";
import type { LogEntry, Seq } from "@hefboom/sync";

import { eventRuns } from "./event-runs.ts";
import type { LogStatements } from "./log-statements.ts";

const NOTHING = new Uint8Array();

/** Writes all rows of an entry; the head has been advanced to `seq`. */
export function writeEntry(
  statements: LogStatements,
  entry: LogEntry,
  { boardId, seq, now }: { boardId: string; seq: Seq; now: number },
): void {
  const data = entry.update ?? NOTHING;
  statements.addRow.run(boardId, seq, data, crc32(data), now);
  for (const { cardId, personId, consent, speakerAgrees, isDeleted } of entry.owners) {
    const flags = [Number(speakerAgrees), Number(isDeleted)] as const;
    statements.putOwner.run(boardId, cardId, personId, consent, ...flags);
  }
  for (const [n, { at, phase, events }] of eventRuns(entry.events).entries()) {
    statements.addEvents.run(boardId, seq, n, at, phase, events);
  }
  for (const { id, personId, inverse } of entry.doneCommands) {
    statements.addDone.run(boardId, id, personId, inverse ?? null, seq);
  }
  for (const { clientId, personId } of entry.clients) {
    statements.addClient.run(boardId, clientId, personId);
  }
  for (const cardId of entry.restored) statements.takeFromBin.run(boardId, cardId);
  for (const { cardId, binnedAt, binnedBy, ...card } of entry.binned) {
    statements.putBinned.run(boardId, cardId, binnedAt, binnedBy, JSON.stringify(card));
  }
}
