import { type Actor, elfHefbomen, newId } from "@hefboom/board";
import { encodeCommands } from "@hefboom/contract/messages";
import {
  type BoardLog,
  type Connection,
  defaultRoomLimits,
  RoomHub,
  type Socket,
  UNLIMITED,
} from "@hefboom/sync";

import type { AccessStore } from "../access/access-store.ts";

/** A store like the real one, which goes when it is disposed of. */
export interface PassingStore extends AsyncDisposable {
  readonly access: Pick<AccessStore, "addBoard">;
  readonly log: BoardLog;
}

interface WarmUpDeps {
  openStore(): Promise<PassingStore>;
  /** Milliseconds since 1970. */
  now(): number;
  report(error: unknown): void;
}

/** As many as it takes: 1,500 made nothing quicker. About 0.35 s of processor time, over a second. */
const COMMANDS = 600;
const PEOPLE = 10;
/** One in so many commands makes a card; the others move one. */
const CREATE_EVERY = 5;

/**
 * Plays a small session on a board in memory right after the start. Node compiles what it runs often, and ten people
 * would be minutes in a room before that: until then each of their edits takes a third longer. One command at a time,
 * so that whoever comes meanwhile waits for one at most.
 * @see docs/adr/0021-a-session-to-warm-up.md
 */
export class WarmUp implements AsyncDisposable {
  readonly #deps: WarmUpDeps;
  #state: "idle" | "running" | "stopped" = "idle";
  #done: Promise<void> = Promise.resolve();

  constructor(deps: WarmUpDeps) {
    this.#deps = deps;
  }

  /** Begins; what goes wrong is reported, and hurts nobody. */
  start(): void {
    if (this.#state !== "idle") return;
    this.#state = "running";
    this.#done = this.#play().catch((error: unknown) => this.#deps.report(error));
  }

  /** Resolves when it is over. */
  done(): Promise<void> {
    return this.#done;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#state = "stopped";
    await this.#done;
  }

  async #play(): Promise<void> {
    const { openStore, now, report } = this.#deps;
    await using store = await openStore();
    await using hub = new RoomHub({ log: store.log, now, report, limits: defaultRoomLimits });
    const people = await seat(hub, store.access, now());
    for (let turn = 0; turn < COMMANDS && this.#state === "running"; turn += 1) {
      const person = people[turn % PEOPLE];
      await person?.say(commandOf(turn, person.cardId));
    }
  }
}

/** A board with its people, each of whom has a card to move. */
async function seat(
  hub: RoomHub,
  access: PassingStore["access"],
  createdAt: number,
): Promise<PersonWarmingUp[]> {
  const board = { id: newId(), locale: "nl", authors: "shown", createdAt } as const;
  await access.addBoard({ ...board, title: "", code: "WARMUP" }, []);
  const { locale, authors } = board;
  const title = { [locale]: "" };
  await hub.create(board.id, { title, locale, authors, template: elfHefbomen, now: createdAt });
  const people: PersonWarmingUp[] = [];
  for (let count = 0; count < PEOPLE; count += 1) {
    people.push(await PersonWarmingUp.enter(hub, board.id));
  }
  for (const person of people) await person.say(creating(person.cardId));
  return people;
}

function commandOf(turn: number, cardId: string): object {
  if (turn % CREATE_EVERY === 0) return creating(newId());
  const lever = `h${String(1 + (turn % 11)).padStart(2, "0")}`;
  return { op: "place", id: newId(), cardId, lever, x: turn % 500, y: turn % 300 };
}

function creating(cardId: string): object {
  return {
    op: "create",
    id: newId(),
    cardId,
    kind: "note",
    text: "Samen warm worden",
    lever: "h01",
  };
}

/** Sends as our own client does, over a line that leads nowhere. */
class PersonWarmingUp implements Socket {
  readonly cardId = newId();
  readonly queuedBytes = 0;
  #connection: Connection | undefined;
  #isClosed = false;
  #told: () => void = () => undefined;

  static async enter(hub: RoomHub, boardId: string): Promise<PersonWarmingUp> {
    const entering = new PersonWarmingUp();
    const actor: Actor = { personId: newId(), role: "facilitator", consent: "none" };
    const person = { personId: actor.personId, hue: 0, isWatcher: false };
    const mode = { kind: "own", since: undefined } as const;
    const options = { socket: entering, actor, person, mode, limits: UNLIMITED };
    entering.#connection = await hub.connect(boardId, options);
    return entering;
  }

  /** Resolves once the room wrote back, or has sent this one away. */
  async say(command: object): Promise<void> {
    if (this.#isClosed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#told = resolve;
    this.#connection?.receive(encodeCommands([command]));
    await promise;
  }

  write(): void {
    this.#told();
  }

  close(): void {
    this.#isClosed = true;
    this.#told();
  }
}
