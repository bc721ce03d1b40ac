/** Reads what RFC 4180 describes, for tests: rows of cells. Written apart from the writer, so that both must be wrong alike. */
export function parseCsv(body: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = body.startsWith("\ufeff") ? 1 : 0;
  while (at < body.length) {
    const { cell, end } = body[at] === '"' ? quoted(body, at) : bare(body, at);
    row.push(cell);
    at = end;
    if (body[at] === ",") {
      at += 1;
      continue;
    }
    if (body.slice(at, at + 2) !== "\r\n") throw new SyntaxError(`no row end at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

function bare(body: string, start: number): { cell: string; end: number } {
  const cell = /[^,"\r\n]*/y;
  cell.lastIndex = start;
  const found = cell.exec(body)?.[0] ?? "";
  return { cell: found, end: start + found.length };
}

function quoted(body: string, start: number): { cell: string; end: number } {
  const cell = /"((?:[^"]|"")*)"/y;
  cell.lastIndex = start;
  const found = cell.exec(body);
  if (found === null) throw new SyntaxError(`open quote at ${start}`);
  return { cell: (found[1] ?? "").replaceAll('""', '"'), end: start + found[0].length };
}
