import { type Consent, newId, type Person } from "@hefboom/board";

import { AccessError } from "../access/access-error.ts";
import type { AccessStore, BoardRecord, NewParticipant } from "../access/access-store.ts";
import { hashOf, newSecret } from "../access/secret.ts";
import { SESSION_MS } from "../access/session-cookie.ts";
import { cleanName } from "./clean-name.ts";
import { parseJoinCode } from "./join-code.ts";
import { personShown } from "./person-shown.ts";
import type { WrongCodes } from "./wrong-codes.ts";

export interface JoinDeskDeps {
  store: AccessStore;
  wrongCodes: WrongCodes;
  /** Most participants of one board. */
  participantsMax: number;
  /** Whether somebody new may come in on this board now. */
  isOpen(boardId: string): Promise<boolean>;
  /** Tells the board that somebody came in. */
  welcome(boardId: string, personId: string, person: Person): Promise<void>;
  now(): number;
}
export interface Joining {
  name?: string | undefined;
  consent?: Consent | undefined;
}
export interface JoinedPerson {
  participant: NewParticipant;
  token: string;
}

/** Step between the hues of people who come in one after the other, in degrees: the golden angle, so that neighbours differ. */
const HUE_STEP = 137.508;

/** Where people come in with a join code. */
export class JoinDesk {
  readonly #deps: JoinDeskDeps;

  constructor(deps: JoinDeskDeps) {
    this.#deps = deps;
  }

  /**
   * The board of a code as somebody typed it. A right code is never delayed.
   * @param address Where it came from; wrong codes count against it.
   * @throws {AccessError} UNKNOWN_JOIN_CODE, TOO_MANY_WRONG_CODES
   */
  async findBoard(typed: string, address: string): Promise<BoardRecord> {
    const code = parseJoinCode(typed);
    const board = code === undefined ? undefined : await this.#deps.store.boardByCode(code);
    if (board !== undefined) return board;
    if (this.#deps.wrongCodes.note(address)) {
      throw new AccessError("TOO_MANY_WRONG_CODES", "too many wrong codes; wait a minute");
    }
    throw new AccessError("UNKNOWN_JOIN_CODE", "there is no board with this join code");
  }

  /** @throws {AccessError} JOINING_CLOSED */
  async checkOpen(boardId: string): Promise<void> {
    if (await this.#deps.isOpen(boardId)) return;
    throw new AccessError("JOINING_CLOSED", "nobody new can join this board at the moment");
  }

  /** @throws {AccessError} JOINING_CLOSED, INVALID_NAME, TOO_MANY_PARTICIPANTS */
  async join(board: BoardRecord, joining: Joining): Promise<JoinedPerson> {
    const { store, now, participantsMax } = this.#deps;
    await this.checkOpen(board.id);
    const name = cleanName(joining.name);
    const { participants } = await store.counts(board.id);
    if (participants >= participantsMax) {
      throw new AccessError(
        "TOO_MANY_PARTICIPANTS",
        "this board has no room for more participants",
      );
    }
    const createdAt = now();
    const participant: NewParticipant = {
      boardId: board.id,
      id: newId(),
      name,
      consent: joining.consent ?? "none",
      hue: Math.round(participants * HUE_STEP) % 360,
      createdAt,
    };
    const token = newSecret();
    await store.addParticipant(participant, {
      hash: hashOf(token),
      boardId: board.id,
      role: "participant",
      personId: participant.id,
      createdAt,
      expiresAt: createdAt + SESSION_MS,
    });
    await this.greet(participant);
    return { participant, token };
  }

  /** Puts somebody who is known into the board's people. */
  async greet(participant: NewParticipant): Promise<void> {
    const { boardId, id } = participant;
    await this.#deps.welcome(boardId, id, personShown(participant));
  }
}
