import type { Role } from "@hefboom/board";
import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";

import { AccessError, stoppedError } from "../access/access-error.ts";
import type { Carrier, Credential, Credentials } from "../access/credentials.ts";
import { judgeOrigin } from "../access/origin.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set by `Guard.board`. */
    credential: Credential | undefined;
  }
}
interface GuardDeps {
  credentials: Credentials;
  publicUrl: string | undefined;
}

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];
/** Who runs a workshop; an organiser may do on every board what a facilitator may. */
export const STAFF: readonly Role[] = ["facilitator", "organiser"];

/** Refuses what a page of another site sends here, before anything else looks at it. */
export const originRule = fp(
  async (app: FastifyInstance, { publicUrl }: Pick<GuardDeps, "publicUrl">) => {
    app.decorateRequest("credential", undefined);
    app.addHook("onRequest", async (request) => {
      if (SAFE_METHODS.includes(request.method)) return;
      if (judgeOrigin(request.headers, request.host, publicUrl) === "foreign") {
        throw new AccessError("FOREIGN_ORIGIN", "this page may not write here");
      }
    });
  },
);

/** Hooks for routes that need a credential; they run before a body is read. */
export class Guard {
  readonly #deps: GuardDeps;

  constructor(deps: GuardDeps) {
    this.#deps = deps;
  }

  /** Lets in who has a role on the board of the address; `roles` left out: any. */
  board(roles?: readonly Role[]) {
    return async (request: FastifyRequest): Promise<void> => {
      const credential = await this.#onBoard(request);
      this.#checkOrigin(request, credential.carrier);
      if (roles !== undefined && !roles.includes(credential.actor.role)) {
        throw new AccessError("NOT_ALLOWED", `this is not for a ${credential.actor.role}`);
      }
      request.credential = credential;
    };
  }

  /** Lets in who has a role on the board, also who was stopped: for what they may still ask about their own words. */
  evenStopped() {
    return async (request: FastifyRequest): Promise<void> => {
      const { boardId } = request.params as { boardId: string }; // as in `#onBoard`
      const { headers } = request;
      const found = await this.#deps.credentials.evenStopped({ headers, boardId });
      const credential = found ?? (await this.#onBoard(request));
      this.#checkOrigin(request, credential.carrier);
      request.credential = credential;
    };
  }

  organiser() {
    return async (request: FastifyRequest): Promise<void> => {
      const { credentials } = this.#deps;
      const carrier = await credentials.organiser(request.headers);
      if (carrier !== undefined) return this.#checkOrigin(request, carrier);
      throw await this.#refusal(request);
    };
  }

  async #onBoard(request: FastifyRequest): Promise<Credential> {
    const { credentials } = this.#deps;
    const { headers } = request;
    // Only addresses with :boardId have this guard; what it says is looked up, and checked by its schema later.
    const { boardId } = request.params as { boardId: string };
    const credential = await credentials.onBoard({ headers, boardId });
    if (credential !== undefined) return credential;
    if (await credentials.isStopped({ headers, boardId })) throw stoppedError();
    if ((await credentials.organiser(headers)) === undefined) throw await this.#refusal(request);
    throw new AccessError("BOARD_NOT_FOUND", "there is no such board");
  }

  async #refusal({ headers }: FastifyRequest): Promise<AccessError> {
    return (await this.#deps.credentials.isSomebody(headers))
      ? new AccessError("NOT_ALLOWED", "this credential is for something else")
      : new AccessError("NO_CREDENTIAL", "no credential, or one that is not valid any more");
  }

  /** A browser sends cookies along with requests of any page, so its page must say which one it is. */
  #checkOrigin(request: FastifyRequest, carrier: Carrier): void {
    if (carrier !== "cookie" || SAFE_METHODS.includes(request.method)) return;
    if (judgeOrigin(request.headers, request.host, this.#deps.publicUrl) !== "own") {
      throw new AccessError("FOREIGN_ORIGIN", "a cookie counts only with this site's own Origin");
    }
  }
}

/** Who `Guard.board` let in. */
export function credentialOn(request: FastifyRequest): Credential {
  if (request.credential === undefined) throw new Error("this route has no guard");
  return request.credential;
}
