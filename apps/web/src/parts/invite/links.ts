/** Links of a workshop on `base`, in the form that the server gives them at making one. */
export function joinLink(base: string, code: string): string {
  return `${base}/j/${code}`;
}
/** The key travels in the fragment, which browsers do not send. */
export function facilitateLink(base: string, boardId: string, key: string): string {
  return `${base}/b/${boardId}/lead#key=${encodeURIComponent(key)}`;
}
export function projectLink(base: string, boardId: string, key: string): string {
  return `${base}/b/${boardId}/wall#key=${encodeURIComponent(key)}`;
}
