/** Where people come in. */
export function joinLink(base: string, code: string): string {
  return `${base}/j/${code}`;
}

/** Keys travel in the fragment, which browsers do not send. */
export function facilitateLink(base: string, boardId: string, key: string): string {
  return `${base}/b/${boardId}/lead#key=${encodeURIComponent(key)}`;
}
export function projectLink(base: string, boardId: string, key: string): string {
  return `${base}/b/${boardId}/wall#key=${encodeURIComponent(key)}`;
}
export function scribeLink(base: string, boardId: string, key: string): string {
  return `${base}/b/${boardId}/scribe#key=${encodeURIComponent(key)}`;
}
/** Where somebody goes on as who they are on another device; `code` is told by `POST transfer`. */
export function transferLink(base: string, code: string): string {
  return `${base}/t#${encodeURIComponent(code)}`;
}
export function organiserLink(base: string, key: string): string {
  return `${base}/o#key=${encodeURIComponent(key)}`;
}
