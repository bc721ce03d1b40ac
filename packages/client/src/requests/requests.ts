import { isPassing, newId, type RefusalCode } from "@hefboom/board";
import { type Answer, encodeCommands } from "@hefboom/contract/messages";

import type { Asked, Asking, AskOutcome } from "../board-session-api.ts";
import { RetryTimer } from "../connection/retry-timer.ts";
import { cardsIn, laneOf } from "./request-rules.ts";

/** Who leads a session waits no longer than this for an answer. */
const PATIENCE_MS = 10_000;

interface RequestPorts {
  send(bytes: Uint8Array): boolean;
  random: () => number;
  /** Whether something that was asked for before is still on its way for this card. */
  isPending(cardId: string): boolean;
  onAsked(command: Asked): void;
  /** `isSaved` false: refused, or nobody knows. */
  onDone(command: Asked, isSaved: boolean): void;
}

interface Request {
  readonly command: Asked;
  readonly resolve: (outcome: AskOutcome) => void;
  readonly patience: unknown;
  /** It was sent on this connection and is not answered yet. */
  isUnderway: boolean;
  /** Why the server could not do it when it was sent last. */
  postponed: RefusalCode | undefined;
}

/** What was asked for and is not answered yet; kept in memory, for who asks waits for the answer. */
export class Requests {
  readonly #ports: RequestPorts;
  readonly #retry: RetryTimer;
  /** By command id, in the order in which they were asked for. */
  readonly #requests = new Map<string, Request>();
  #state: "ready" | "lost" | "stopped" = "lost";

  constructor(ports: RequestPorts) {
    this.#ports = ports;
    this.#retry = new RetryTimer(ports.random, () => this.pump());
  }

  /** Never rejects. */
  ask(asking: Asking, patienceMs = PATIENCE_MS): Promise<AskOutcome> {
    const id = newId();
    if (this.#state === "stopped") return Promise.resolve({ refused: "offline", id });
    const command = { ...asking, id } as Asked; // what `Asking` is without
    return new Promise((resolve) => {
      const patience = setTimeout(() => this.#giveUp(id), patienceMs);
      const request = { command, resolve, patience, isUnderway: false, postponed: undefined };
      this.#requests.set(id, request);
      this.#ports.onAsked(command);
      this.pump();
    });
  }

  /** A connection is in sync: everything unanswered is sent once more. */
  ready(): void {
    this.#allLost();
    this.#retry.stop();
    this.#state = "ready";
    this.pump();
  }

  lost(): void {
    this.#allLost();
    this.#state = "lost";
  }

  /** Sends what may be sent now: of each lane the oldest. */
  pump(): void {
    if (this.#state !== "ready" || this.#retry.isPaused) return;
    const busyLanes = new Set<string>();
    for (const request of this.#requests.values()) {
      const lane = laneOf(request.command);
      if (!busyLanes.has(lane)) this.#send(request);
      busyLanes.add(lane);
    }
  }

  /** @returns false when the answer is to something else */
  answered(answer: Answer): boolean {
    const request = this.#requests.get(answer.id);
    if (request === undefined) return false;
    if ("refused" in answer && isPassing(answer.refused)) {
      request.isUnderway = false;
      request.postponed = answer.refused;
      this.#retry.pause();
    } else {
      this.#retry.succeeded();
      this.#settle(request, answer);
      this.pump();
    }
    return true;
  }

  /** Whoever still waits hears that nobody knows. */
  stop(): void {
    this.#state = "stopped";
    this.#retry.stop();
    for (const id of [...this.#requests.keys()]) this.#giveUp(id);
  }

  #send(request: Request): void {
    const { command, isUnderway } = request;
    if (isUnderway || cardsIn(command).some((cardId) => this.#ports.isPending(cardId))) return;
    if (!this.#ports.send(encodeCommands([command]))) return;
    request.isUnderway = true;
    request.postponed = undefined;
  }

  #giveUp(id: string): void {
    const request = this.#requests.get(id);
    if (request === undefined) return;
    this.#settle(request, { refused: request.postponed ?? "offline", id });
    this.pump(); // its lane is free
  }

  #settle({ command, resolve, patience }: Request, outcome: AskOutcome): void {
    clearTimeout(patience);
    this.#requests.delete(command.id);
    this.#ports.onDone(command, "saved" in outcome);
    resolve(outcome);
  }

  #allLost(): void {
    for (const request of this.#requests.values()) request.isUnderway = false;
  }
}
