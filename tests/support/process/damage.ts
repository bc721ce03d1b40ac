import { closeSync, fstatSync, openSync, readSync, rmSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What disks, people and sync services do to the database of a server that is not running. */
export class Damage {
  readonly #path: string;

  constructor(dataDir: string) {
    this.#path = join(dataDir, "hefboom.sqlite");
  }

  /** Turns a byte of the newest entry of a board's log. */
  inNewestEntryOf(boardId: string): void {
    using closing = new DisposableStack();
    const database = closing.adopt(new DatabaseSync(this.#path), (open) => open.close());
    const of = "from board_log where board = ? and length(data) > 0 order by seq desc limit 1";
    const row = database.prepare(`select rowid as id, data ${of}`).get(boardId);
    const data = row?.["data"];
    if (!(data instanceof Uint8Array)) throw new Error(`no log of ${boardId}`);
    const turned = data.with(data.byteLength >> 1, (data[data.byteLength >> 1] ?? 0) ^ 0xff);
    database.prepare("update board_log set data = ? where rowid = ?").run(turned, row?.["id"] ?? 0);
  }

  /** Turns 16 bytes at a place in the file; `where` from 0, its beginning, to 1. */
  at(where: number): void {
    const file = openSync(this.#path, "r+");
    const bytes = new Uint8Array(16);
    const position = Math.floor(where * (fstatSync(file).size - bytes.byteLength));
    readSync(file, bytes, 0, bytes.byteLength, position);
    writeSync(
      file,
      bytes.map((byte) => byte ^ 0xff),
      0,
      bytes.byteLength,
      position,
    );
    closeSync(file);
  }

  /** Leaves `share` of the file, from 0 to 1. */
  cutTo(share: number): void {
    const file = openSync(this.#path, "r");
    const size = Math.floor(fstatSync(file).size * share);
    closeSync(file);
    truncateSync(this.#path, size);
  }

  remove(): void {
    for (const part of ["", "-wal", "-shm"]) rmSync(this.#path + part, { force: true });
  }
}
