import type { TestApp } from "./open-test-app.ts";

/** Tables in which some text or id stands, in whatever column. The list of erasures keeps ids for ever, and is left out. */
export function tablesWith({ database: { sqlite } }: TestApp, wanted: string): string[] {
  const tables = sqlite
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'")
    .all();
  return tables
    .map(({ name }) => name)
    .filter((name) => name !== "erasures")
    .filter((name) => {
      const rows = sqlite.prepare(`select * from "${name}"`).all();
      return rows.some((row) => JSON.stringify(row).includes(wanted));
    });
}
