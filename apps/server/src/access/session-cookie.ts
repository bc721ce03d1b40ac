import { type Role, roles } from "@hefboom/board";

/** Cookies and tokens live half a year: the workshop, and the weeks of harvest after it. */
export const SESSION_MS = 180 * 24 * 60 * 60 * 1_000;

/** Name of the cookie that holds a token of `role`; the organiser's counts for every board. */
export function cookieName(role: Role, boardId: string | undefined): string {
  return role === "organiser" || boardId === undefined ? "hb_organiser" : `hb_${boardId}_${role}`;
}

/** Values of a Cookie header by name; the first of a name counts, as everywhere. Our own values need no decoding. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, Math.max(0, at)).trim();
    if (name !== "" && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

export function serializeCookie(name: string, token: string, isSecure: boolean): string {
  const attributes = ["Path=/", `Max-Age=${SESSION_MS / 1_000}`, "HttpOnly", "SameSite=Lax"];
  if (isSecure) attributes.push("Secure");
  return [`${name}=${token}`, ...attributes].join("; ");
}

export function parseRole(value: unknown): Role | undefined {
  return roles.find((role) => role === value);
}
