import type { Role } from "@hefboom/board";

import { request } from "./call-api.ts";

/**
 * Bytes that the API gives, with this page's own credential (a plain link would come with whichever cookie is first).
 * @returns the content and, where the server names one, the file's name
 * @throws {ApiError}
 */
export async function fetchFile(call: {
  path: string;
  role: Role;
}): Promise<{ blob: Blob; fileName: string | undefined }> {
  const response = await request({ ...call, method: "GET" });
  const disposition = response.headers.get("content-disposition") ?? "";
  const fileName = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: await response.blob(), fileName };
}
