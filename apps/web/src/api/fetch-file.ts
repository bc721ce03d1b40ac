import type { Role } from "@hefboom/board";

import { ApiError } from "./call-api.ts";

/**
 * Bytes that the API gives, with this page's own credential (a plain link would come with whichever cookie is first).
 * @returns the content and, where the server names one, the file's name
 * @throws {ApiError}
 */
export async function fetchFile(call: {
  path: string;
  role: Role;
}): Promise<{ blob: Blob; fileName: string | undefined }> {
  const response = await reach(call);
  if (!response.ok) {
    throw new ApiError("REFUSED", response.status, await messageOf(response));
  }
  const disposition = response.headers.get("content-disposition") ?? "";
  const fileName = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: await response.blob(), fileName };
}

async function reach({ path, role }: { path: string; role: Role }): Promise<Response> {
  try {
    return await fetch(path, {
      credentials: "same-origin",
      headers: { "x-hefboom-role": role },
    });
  } catch (cause) {
    throw new ApiError("OFFLINE", 0, "the server cannot be reached", { cause });
  }
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem === "object" && problem !== null && "message" in problem) {
      return String(problem.message);
    }
  } catch {
    // a proxy's page, say: the status line tells enough
  }
  return response.statusText;
}
