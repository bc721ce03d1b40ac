import type { Answer, Aside, AsideCard } from "@hefboom/contract/messages";

import type { Asked, Asking, AskOutcome } from "../board-session-api.ts";
import { AskedVotes } from "../requests/asked-votes.ts";
import { Requests } from "../requests/requests.ts";
import type { PartSources } from "../view/view-store.ts";
import { type AsidePart, AsideParts } from "./aside-parts.ts";
import { HeldCards } from "./held-cards.ts";
import { ServerClock } from "./server-clock.ts";

interface BesidePorts {
  send(bytes: Uint8Array): boolean;
  readonly random: () => number;
  readonly now: () => number;
  /** Whether a command or letters for this card are on their way. */
  isPending(cardId: string): boolean;
  /** Whether the replica may soon bring a card that is held no longer. */
  mayArrive(cardId: string): boolean;
  onCard(cardId: string): void;
  onPart(part: AsidePart): void;
}

/** What this person and the server tell one another beside the document: what is held, votes, and who leads how. */
export class BesideBoard {
  /** What is shown of it beside the cards. */
  readonly parts: PartSources<AsidePart> = {
    votes: () => this.#askedVotes.over(this.#parts.get("votes")),
    votesFor: () => this.#askedVotes.overOthers(this.#parts.get("votesFor")),
    isHandUp: () => this.#parts.get("isHandUp"),
    staff: () => this.#parts.get("staff"),
  };
  readonly #ports: BesidePorts;
  readonly #held: HeldCards;
  readonly #parts: AsideParts;
  readonly #clock: ServerClock;
  readonly #requests: Requests;
  readonly #askedVotes = new AskedVotes();

  constructor(ports: BesidePorts) {
    this.#ports = ports;
    this.#held = new HeldCards(ports);
    this.#parts = new AsideParts((part) => ports.onPart(part));
    this.#clock = new ServerClock(ports.now);
    this.#requests = new Requests({
      send: (bytes) => ports.send(bytes),
      random: ports.random,
      isPending: (cardId) => ports.isPending(cardId),
      onAsked: (command) => this.#asked(command),
      onDone: (command, isSaved) => this.#done(command, isSaved),
    });
  }

  held(cardId: string): AsideCard | undefined {
    return this.#held.get(cardId);
  }

  isOwn(cardId: string): boolean {
    return this.#held.isOwn(cardId);
  }

  serverNow(): number {
    return this.#clock.now();
  }

  take(aside: Aside): void {
    this.#clock.heard(aside.now);
    this.#held.take(aside);
    if (aside.isWhole || aside.votes !== undefined || aside.votesFor !== undefined) {
      this.#askedVotes.counted();
      this.#votesChanged();
    }
    this.#parts.take(aside);
  }

  ask(asking: Asking, patienceMs?: number): Promise<AskOutcome> {
    return this.#requests.ask(asking, patienceMs);
  }

  /** @returns false when the answer is to something else */
  answered(answer: Answer): boolean {
    return this.#requests.answered(answer);
  }

  /** Something may have stopped being pending. */
  pump(): void {
    this.#requests.pump();
  }

  /** Messages may be sent. */
  ready(): void {
    this.#requests.ready();
  }

  lost(): void {
    this.#clock.lost();
    this.#requests.lost();
  }

  stop(): void {
    this.#requests.stop();
    this.#held.stop();
  }

  #asked(command: Asked): void {
    if (command.op !== "vote") return;
    this.#askedVotes.add(command);
    this.#votesChanged();
  }

  #done(command: Asked, isSaved: boolean): void {
    if (command.op !== "vote") return;
    this.#askedVotes.done(command, isSaved);
    this.#votesChanged();
  }

  #votesChanged(): void {
    this.#ports.onPart("votes");
    this.#ports.onPart("votesFor");
  }
}
