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
  const { protocol, host: originHost } = new URL(origin);
  // Read like the origin, so that a default port that is written out makes no difference.
  const own = `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === originHost ? "own" : "foreign";
}
