import type { IncomingHttpHeaders } from "node:http";

/** `absent`: no browser's page, or a page's plain GET; never enough for a cookie that changes something. */
export type OriginVerdict = "own" | "foreign" | "absent";

/**
 * Whose page sent this request.
 * @param host What the client asked for: the Host header, or the proxy's word for it.
 */
export function judgeOrigin(
  headers: IncomingHttpHeaders,
  host: string | undefined,
  publicUrl: string | undefined,
): OriginVerdict {
  const { origin } = headers;
  if (origin === undefined) return "absent";
  if (origin === publicUrl) return "own";
  if (!URL.canParse(origin)) return "foreign"; // also "null", of sandboxed and opaque pages
  return host !== undefined && new URL(origin).host === host.toLowerCase() ? "own" : "foreign";
}
