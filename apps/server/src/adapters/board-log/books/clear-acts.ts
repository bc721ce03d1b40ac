import type { GroupCommit } from "../group-commit.ts";
import type { BookStatements } from "./book-statements.ts";

/** One board a commit, so that a server with many of them serves on meanwhile. */
export async function clearActs(
  { books, commits }: { books: BookStatements; commits: GroupCommit },
  { before, count }: { before: number; count: number },
): Promise<void> {
  for (const { id } of books.boards.all()) {
    await commits.run(() => {
      books.clearOldActs.run(id, before);
      for (const of_participants of [0, 1] as const) {
        books.clearManyActs.run({ board: id, of_participants, count });
      }
    });
  }
}
