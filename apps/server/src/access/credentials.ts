import type { IncomingHttpHeaders } from "node:http";
import type { Actor, Role } from "@hefboom/board";

import type { AccessStore, BoardRecord, TokenRecord } from "./access-store.ts";
import { hueOf, personIdOf } from "./person-id.ts";
import { hashOf, isSameHash } from "./secret.ts";
import { cookieName, parseRole, readCookies } from "./session-cookie.ts";

/** What a request or an upgrade brings along. */
export interface Presented {
  headers: IncomingHttpHeaders;
  /** Request target; `?token=` and `?as=` are read from it. Left out where tokens in addresses do not count. */
  url?: string | undefined;
  boardId: string;
  as?: string | undefined;
  token?: string | undefined;
}

/** How a credential came: a cookie is sent by any page, so it needs an Origin with everything that changes something. */
export type Carrier = "bearer" | "query" | "cookie";

/** Somebody who may come in, in one role. */
export interface Credential {
  readonly actor: Actor;
  readonly boardId: string;
  /** Only of who joined with consent "named": it may be shown. */
  readonly name?: string;
  /** OKLCH hue of this person, in degrees. */
  readonly hue: number;
  readonly carrier: Carrier;
}

interface Found {
  credential: Credential;
  /** Somebody who leads sent them away, for now. */
  isStopped: boolean;
}
interface Holder {
  role: Role;
  personId: string;
  boardId: string | undefined;
  carrier: Carrier;
}

export interface CredentialsDeps {
  store: AccessStore;
  organiserKeyHash: Uint8Array;
  now(): number;
}

/** With no word about the role: who is here as several counts as the least. */
const cookieOrder: readonly Role[] = [
  "participant",
  "facilitator",
  "scribe",
  "viewer",
  "organiser",
];

/**
 * Whose cookies count when a page says in which role it is there. An organiser may do what a facilitator may, and both
 * may look at the wall.
 */
const cookiesFor: Record<Role, readonly Role[]> = {
  participant: ["participant"],
  facilitator: ["facilitator", "organiser"],
  scribe: ["scribe"],
  viewer: ["viewer", "facilitator", "organiser"],
  organiser: ["organiser"],
};

/** Tells who somebody is, for HTTP and for sockets alike. */
export class Credentials {
  readonly #deps: CredentialsDeps;

  constructor(deps: CredentialsDeps) {
    this.#deps = deps;
  }

  /**
   * Who this is on a board; `undefined` for no such board, for no, a wrong, a revoked or an expired credential, and for
   * who was stopped.
   */
  async onBoard(presented: Presented): Promise<Credential | undefined> {
    const found = await this.#find(presented);
    return found?.isStopped === true ? undefined : found?.credential;
  }

  /** The same also of who was stopped. What they wrote stays theirs, so they may have it erased; nothing else is for them. */
  async evenStopped(presented: Presented): Promise<Credential | undefined> {
    return (await this.#find(presented))?.credential;
  }

  /** Whether this is a participant who was stopped: they come in again once they are let in. */
  async isStopped(presented: Presented): Promise<boolean> {
    return (await this.#find(presented))?.isStopped === true;
  }

  /** The organiser, who needs no board. */
  async organiser(headers: IncomingHttpHeaders): Promise<Carrier | undefined> {
    const bearer = bearerOf(headers);
    const secret = bearer ?? readCookies(headers.cookie).get(cookieName("organiser", undefined));
    if (secret === undefined) return undefined;
    const holder = await this.#holderOf(secret, bearer === undefined ? "cookie" : "bearer");
    return holder?.role === "organiser" ? holder.carrier : undefined;
  }

  /** Whether the bearer is somebody at all, on whatever board: then it is a matter of rights. */
  async isSomebody(headers: IncomingHttpHeaders): Promise<boolean> {
    const bearer = bearerOf(headers);
    if (bearer !== undefined) return (await this.#holderOf(bearer, "bearer")) !== undefined;
    for (const [name, secret] of readCookies(headers.cookie)) {
      if (!name.startsWith("hb_")) continue;
      if (await this.#holderOf(secret, "cookie")) return true;
    }
    return false;
  }

  isOrganiserKey(key: string): boolean {
    return isSameHash(hashOf(key), this.#deps.organiserKeyHash);
  }

  /** A token that is still good, with what it stands for. */
  async token(secret: string): Promise<TokenRecord | undefined> {
    const hash = hashOf(secret);
    const record = await this.#deps.store.token(hash, this.#deps.now());
    return record !== undefined && isSameHash(record.hash, hash) ? record : undefined;
  }

  async #find(presented: Presented): Promise<Found | undefined> {
    const board = await this.#deps.store.board(presented.boardId);
    if (board === undefined) return undefined;
    const query = new URLSearchParams(presented.url?.split("?", 2)[1] ?? "");
    const as = presented.as ?? query.get("as") ?? undefined;
    const token = presented.token ?? query.get("token") ?? undefined;
    const holder = await this.#holderOnBoard(presented.headers, board, { as, token });
    return holder && this.#credential(holder, board);
  }

  async #holderOnBoard(
    headers: IncomingHttpHeaders,
    { id }: BoardRecord,
    { as, token }: { as: string | undefined; token: string | undefined },
  ): Promise<Holder | undefined> {
    const isHere = (holder: Holder | undefined) =>
      holder?.boardId === undefined || holder.boardId === id ? holder : undefined;
    const bearer = bearerOf(headers);
    if (bearer !== undefined) return isHere(await this.#holderOf(bearer, "bearer"));
    if (token !== undefined) return isHere(await this.#holderOf(token, "query"));
    const role = parseRole(as ?? headers["x-hefboom-role"]);
    const cookies = readCookies(headers.cookie);
    for (const candidate of role === undefined ? cookieOrder : cookiesFor[role]) {
      const secret = cookies.get(cookieName(candidate, id));
      const holder = secret === undefined ? undefined : await this.#holderOf(secret, "cookie");
      if (isHere(holder)?.role !== candidate) continue;
      // A wall that somebody of the staff opens is a wall: it can look and nothing else.
      return holder && { ...holder, role: role === "viewer" ? role : candidate };
    }
    return undefined;
  }

  async #holderOf(secret: string, carrier: Carrier): Promise<Holder | undefined> {
    if (this.isOrganiserKey(secret)) {
      const personId = personIdOf(this.#deps.organiserKeyHash);
      return { role: "organiser", personId, boardId: undefined, carrier };
    }
    const token = await this.token(secret);
    return token && { role: token.role, personId: token.personId, boardId: token.boardId, carrier };
  }

  async #credential(
    { role, personId, carrier }: Holder,
    board: BoardRecord,
  ): Promise<Found | undefined> {
    const boardId = board.id;
    if (role !== "participant") {
      const actor: Actor = { personId, role, consent: "none" };
      return { credential: { actor, boardId, hue: hueOf(personId), carrier }, isStopped: false };
    }
    const person = await this.#deps.store.participant(boardId, personId);
    if (person === undefined) return undefined;
    const { consent, hue, name, isStopped } = person;
    const isNamed = consent === "named" && name !== undefined;
    const who = { actor: { personId, role, consent }, boardId, hue, carrier };
    return { credential: isNamed ? { ...who, name } : who, isStopped };
  }
}

/** The key or token of an Authorization header. */
export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer +(\S+)\s*$/i.exec(headers.authorization ?? "")?.[1];
}
