/** What `PUT essay` takes; the limit is the server's for that route. */
const MAX_BYTES = 20 * 1024 * 1024;

export interface EssaySource {
  readonly contentType: "text/plain" | "text/markdown";
  readonly body: Blob | string;
}
export type EssayProblem = "empty" | "binary" | "too-big" | "unsupported";

/** Looks at a file before it travels, so that the answer is clear and at once. The server looks again. */
export async function essayFromFile(file: File): Promise<EssaySource | EssayProblem> {
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (extension !== "txt" && extension !== "md" && extension !== "markdown") return "unsupported";
  if (file.size > MAX_BYTES) return "too-big";
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) return "binary";
  if (bytes.every(isSpace)) return "empty";
  return { contentType: extension === "txt" ? "text/plain" : "text/markdown", body: file };
}

/** Pasted text counts as Markdown when it has headings of that kind. */
export function essayFromText(text: string): EssaySource | EssayProblem {
  if (text.trim() === "") return "empty";
  if (new Blob([text]).size > MAX_BYTES) return "too-big";
  const isMarkdown = /^#{1,6} \S/m.test(text);
  return { contentType: isMarkdown ? "text/markdown" : "text/plain", body: text };
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** The same four words for what the server says; `undefined` when it is something else. */
export function essayProblemOf(error: { code: string; status: number }): EssayProblem | undefined {
  if (error.status === 413 || error.code === "ESSAY_TOO_LARGE") return "too-big";
  if (error.code === "ESSAY_EMPTY") return "empty";
  if (error.code === "ESSAY_BINARY") return "binary";
  return error.status === 415 ? "unsupported" : undefined;
}
