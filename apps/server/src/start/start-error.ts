/** Why a start ended, as the exit code says it. */
const exitCode = { failed: 1, wrongConfig: 2, damaged: 3 } as const;

const codes: Record<string, number> = {
  CONFIG_INVALID: exitCode.wrongConfig,
  DATABASE_DAMAGED: exitCode.damaged,
  DATABASE_GONE: exitCode.damaged,
  FOLDER_UNUSABLE: exitCode.failed,
  FOLDER_IN_USE: exitCode.failed,
  EXPORT_REFUSED: exitCode.failed,
  BACKUP_REFUSED: exitCode.failed,
  COPY_UNSOUND: exitCode.failed,
  RESTORE_REFUSED: exitCode.failed,
};

const HOW_TO_RESTORE = "To go back to a backup: npm run restore -- --in FILE";

/** What to print, in one line where the person who starts can mend it, and the exit code. */
export function explainStart(error: unknown, address: string): { text: string; code: number } {
  if (!(error instanceof Error)) return { text: String(error), code: exitCode.failed };
  const code = "code" in error ? String(error.code) : "";
  const known = codes[code];
  if (known === exitCode.damaged)
    return { text: `${error.message} ${HOW_TO_RESTORE}`, code: known };
  if (known !== undefined) return { text: error.message, code: known };
  const text = listenProblem(code, address) ?? error.stack ?? error.message;
  return { text, code: exitCode.failed };
}

function listenProblem(code: string, address: string): string | undefined {
  switch (code) {
    case "EADDRINUSE":
      return `${address} is in use by another program; stop that one, or set PORT to another number.`;
    case "EACCES":
      return `${address} may not be used by this user; set PORT to a number above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${address} is no address of this machine; set HOST to one that is, or leave it out.`;
    default:
      return undefined;
  }
}
