import type { GroupCommit } from "./group-commit.ts";
import type { SnapshotStatements } from "./snapshot-statements.ts";

/** Of so many of a board's newest commands it is known that they were done, in case they are sent again. */
const DONE_KEPT = 5_000;
/** So many of the newest can be taken back. */
const INVERSES_KEPT = 2_000;
/** Commands in one commit: a few milliseconds' work. */
const AT_ONCE = 500;

/** Forgets commands of long ago, which nobody sends again and nobody takes back: they would outgrow the board itself. */
export async function forgetCommands(
  { statements, commits }: { statements: SnapshotStatements; commits: GroupCommit },
  boardId: string,
): Promise<void> {
  const forgetting = [
    { find: statements.oldDone.all(boardId, DONE_KEPT), write: statements.forgetDone },
    { find: statements.oldInverses.all(boardId, INVERSES_KEPT), write: statements.forgetInverses },
  ];
  for (const { find, write } of forgetting) {
    for (let start = 0; start < find.length; start += AT_ONCE) {
      const ids = find.slice(start, start + AT_ONCE).map(({ id }) => id);
      await commits.run(() => write.run(boardId, JSON.stringify(ids)));
    }
  }
}
