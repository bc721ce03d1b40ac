/** What `PUT essay` takes; the limit is the server's for that route. */
const MAX_BYTES = 20 * 1024 * 1024;

export type EssayProblem = "empty" | "binary" | "tooBig" | "unsupported";

/** Looks at a file before it travels, so that the answer is clear and at once. The server looks again. */
export async function essayFromFile(file: File): Promise<Blob | EssayProblem> {
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (extension !== "txt" && extension !== "md" && extension !== "markdown") return "unsupported";
  if (file.size > MAX_BYTES) return "tooBig";
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) return "binary";
  if (bytes.every(isSpace)) return "empty";
  return new Blob([file], { type: extension === "txt" ? "text/plain" : "text/markdown" });
}

/** Pasted text counts as Markdown when it has headings of that kind. */
export function essayFromText(text: string): Blob | EssayProblem {
  if (text.trim() === "") return "empty";
  const isMarkdown = /^#{1,6} \S/m.test(text);
  const essay = new Blob([text], { type: isMarkdown ? "text/markdown" : "text/plain" });
  return essay.size > MAX_BYTES ? "tooBig" : essay;
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** The same four words for what the server says; `undefined` when it is something else. */
export function essayProblemOf(error: { code: string; status: number }): EssayProblem | undefined {
  if (error.status === 413 || error.code === "ESSAY_TOO_LARGE") return "tooBig";
  if (error.code === "ESSAY_EMPTY") return "empty";
  if (error.code === "ESSAY_BINARY") return "binary";
  return error.status === 415 ? "unsupported" : undefined;
}
