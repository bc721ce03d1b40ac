import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { crc32 } from "node:zlib";

/** Appends entries to a board's log in the folder of a server that is not running. */
export function storeEntries(dataDir: string, boardId: string, entries: Uint8Array[]): void {
  using closing = new DisposableStack();
  const database = open(dataDir, closing);
  const head = database.prepare("select head_seq from boards where id = ?").get(boardId);
  let seq = Number(head?.["head_seq"]);
  const add = database.prepare(
    "insert into board_log (board, seq, data, checksum, at) values (?, ?, ?, ?, 1)",
  );
  database.exec("begin");
  for (const entry of entries) {
    seq += 1;
    add.run(boardId, seq, entry, crc32(entry));
  }
  database.prepare("update boards set head_seq = ? where id = ?").run(seq, boardId);
  database.exec("commit");
}

/** Entries of a board that are not collected yet. */
export function tailLength(dataDir: string, boardId: string): number {
  using closing = new DisposableStack();
  const database = open(dataDir, closing);
  const row = database.prepare("select count(*) as n from board_log where board = ?").get(boardId);
  return Number(row?.["n"]);
}

function open(dataDir: string, closing: DisposableStack): DatabaseSync {
  const path = join(dataDir, "hefboom.sqlite");
  return closing.adopt(new DatabaseSync(path), (database) => database.close());
}
