import { AccessError, stoppedError } from "../access/access-error.ts";
import type { AccessStore, NewParticipant } from "../access/access-store.ts";
import { hashOf, newSecret } from "../access/secret.ts";
import { SESSION_MS } from "../access/session-cookie.ts";
import type { JoinedPerson } from "./join-desk.ts";
import { type OfferedTransfer, type Transfer, Transfers } from "./transfers.ts";
import type { WrongCodes } from "./wrong-codes.ts";

export interface TransferDeskDeps {
  store: Pick<AccessStore, "participant" | "addSecondToken">;
  /** The same as for join codes: who guesses, guesses both. */
  wrongCodes: WrongCodes;
  now(): number;
}

/** Where participants go on on another device, as who they are. */
export class TransferDesk {
  readonly #deps: TransferDeskDeps;
  readonly #transfers: Transfers;

  constructor(deps: TransferDeskDeps) {
    this.#deps = deps;
    this.#transfers = new Transfers(() => deps.now());
  }

  offer(who: Transfer): OfferedTransfer {
    return this.#transfers.offer(who);
  }

  /**
   * The person of a code, with a token of their own for the device that brought it.
   * @param address Where it came from; wrong codes count against it.
   * @throws {AccessError} UNKNOWN_TRANSFER, TOO_MANY_WRONG_CODES, STOPPED
   */
  async take(code: string, address: string): Promise<JoinedPerson> {
    const who = this.#transfers.take(code);
    const participant = who && (await this.#deps.store.participant(who.boardId, who.personId));
    if (participant === undefined) throw this.#refusal(address);
    if (participant.isStopped) throw stoppedError();
    const token = await this.#newToken(participant);
    if (token === undefined) throw this.#refusal(address); // erased, or the rehearsal is being cleared
    return { participant, token };
  }

  async #newToken({ boardId, id }: NewParticipant): Promise<string | undefined> {
    const token = newSecret();
    const createdAt = this.#deps.now();
    const isAdded = await this.#deps.store.addSecondToken({
      hash: hashOf(token),
      boardId,
      role: "participant",
      personId: id,
      createdAt,
      expiresAt: createdAt + SESSION_MS,
    });
    return isAdded ? token : undefined;
  }

  #refusal(address: string): AccessError {
    return this.#deps.wrongCodes.note(address)
      ? new AccessError("TOO_MANY_WRONG_CODES", "too many wrong codes; wait a minute")
      : new AccessError("UNKNOWN_TRANSFER", "this code was used, or is too old");
  }
}
