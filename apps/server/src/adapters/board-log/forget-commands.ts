import type { DoneCommands } from "./done/done-commands.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { SnapshotStatements } from "./snapshot-statements.ts";

/** Of so many of a board's newest commands it is known who did them; of older ones only that they were done. */
const DONE_KEPT = 3_000;
/** So many of the newest can be taken back. */
const INVERSES_KEPT = 2_000;
/** Commands in one commit: a few milliseconds' work. */
const AT_ONCE = 500;

interface Store {
  statements: SnapshotStatements;
  commits: GroupCommit;
  done: DoneCommands;
}

/** Forgets all but the marks of commands of long ago, which nobody takes back: they would outgrow the board itself. */
export async function forgetCommands(
  { statements, commits, done }: Store,
  boardId: string,
): Promise<void> {
  const forgetting = [
    {
      find: statements.oldDone.all(boardId, DONE_KEPT),
      write: (ids: string[]) => done.forget(boardId, ids),
    },
    {
      find: statements.oldInverses.all(boardId, INVERSES_KEPT),
      write: (ids: string[]) => statements.forgetInverses.run(boardId, JSON.stringify(ids)),
    },
  ];
  for (const { find, write } of forgetting) {
    for (let start = 0; start < find.length; start += AT_ONCE) {
      const ids = find.slice(start, start + AT_ONCE).map(({ id }) => id);
      await commits.run(() => write(ids));
    }
  }
}
