import type { CompiledQuery } from "kysely";

import type { OpenDatabase } from "./open-database.ts";

interface Compilable {
  compile(): CompiledQuery;
}

/** Runs writing queries in one transaction, in one turn, so that nothing of others falls into it. */
export function runTogether({ sqlite }: OpenDatabase, queries: readonly Compilable[]): void {
  sqlite
    .transaction(() => {
      for (const query of queries) {
        const { sql, parameters } = query.compile();
        sqlite.prepare(sql).run(...parameters);
      }
    })
    .immediate();
}
