import type SqliteDatabase from "better-sqlite3";
import type { SqliteDialectConfig } from "kysely";

type KyselyConnection = Exclude<SqliteDialectConfig["database"], (...args: never[]) => unknown>;

/** Distinct queries of this program are some dozens; a query made of parts that vary is not kept for ever. */
const STATEMENTS_MAX = 200;

/**
 * What Kysely needs of a connection, with each query's text compiled once: compiling cost more than running where 300
 * people come in together. A statement runs to its end in one turn, so it is never in use twice.
 */
export function withStatementCache(sqlite: SqliteDatabase.Database): KyselyConnection {
  const statements = new Map<string, SqliteDatabase.Statement>();
  return {
    close: () => {
      sqlite.close();
    },
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      if (statements.size >= STATEMENTS_MAX) statements.clear();
      const statement = sqlite.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}
