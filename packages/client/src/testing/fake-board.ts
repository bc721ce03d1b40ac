import {
  type Actor,
  ballotOf,
  type CardOwner,
  type Command,
  isAlwaysAllowed,
  judgeEdit,
  mayKnowOf,
  type RefusalCode,
  textsOf,
} from "@hefboom/board";
import { BoardInMemory } from "@hefboom/board/testing";
import type { Answer, Aside, GivenDots, StaffAside } from "@hefboom/contract/messages";
import * as Y from "yjs";

/** One board in memory, judged by the board's own rules; does each command once. */
export class FakeBoard {
  /** Refuses beside the rules; commands with their op, letters as "edit". */
  refuse: (op: Command["op"] | "edit", id: string) => RefusalCode | undefined = () => undefined;
  /** Called after each command that was judged, before its answer is known. */
  onDone: () => void = () => undefined;
  readonly #board: BoardInMemory;

  constructor(doc?: Y.Doc) {
    this.#board = new BoardInMemory(doc);
  }

  get doc(): Y.Doc {
    return this.#board.doc;
  }

  get owners(): Map<string, CardOwner> {
    return this.#board.owners;
  }

  /** Server time that commands are judged by. */
  get now(): number {
    return this.#board.now;
  }

  set now(now: number) {
    this.#board.now = now;
  }

  /** What this person is told beside the document, whole but for what a scribe votes for others. */
  asideOf(actor: Actor): Pick<Aside, "cards" | "votes" | "isHandUp" | "staff"> {
    const { held, people } = this.#board;
    const cards = [...held.values()].filter((card) => mayKnowOf(actor, card, this.#board));
    return {
      cards: cards.map(({ since: _since, state, ...card }) => ({
        ...card,
        state: state === "due" ? "draft" : state,
        isOwn: this.#board.ownerOf(card.cardId)?.personId === actor.personId,
      })),
      votes: this.#votesOf(actor),
      isHandUp: people.hands.has(actor.personId),
      ...(isAlwaysAllowed(actor.role, "manage") && { staff: this.#staffAside() }),
    };
  }

  do(actor: Actor, command: Command): Answer {
    const { op, id } = command;
    const isNew = this.#board.done(id) === undefined;
    const refused = (isNew ? this.refuse(op, id) : undefined) ?? this.#board.do(actor, command);
    this.onDone();
    return refused === undefined ? { id, saved: true } : { id, refused };
  }

  edit(actor: Actor, id: string, update: Uint8Array): Answer {
    const refused = this.refuse("edit", id) ?? this.#judgeEdit(actor, update);
    if (refused !== undefined) return { id, refused };
    Y.applyUpdate(this.doc, update);
    return { id, saved: true };
  }

  #votesOf({ personId }: Actor): GivenDots {
    const ballot = ballotOf(this.doc);
    return ballot === undefined
      ? {}
      : Object.fromEntries(this.#board.votes.dotsOf(ballot.id, personId));
  }

  #staffAside(): StaffAside {
    const { held, votes, people } = this.#board;
    return {
      drafts: [...held.values()].filter(({ state }) => state === "draft").length,
      voters: votes.tally(ballotOf(this.doc)?.id ?? "").voters,
      hands: [...people.hands].map(([personId, at]) => ({ personId, at })),
      stopped: [...people.stopped],
    };
  }

  /** Tries the letters on a copy: the real gate decodes them instead. */
  #judgeEdit(actor: Actor, update: Uint8Array): RefusalCode | undefined {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc));
    const touched = new Set<string>();
    textsOf(copy).observeDeep((events) => {
      for (const { path } of events) touched.add(String(path[0]));
    });
    Y.applyUpdate(copy, update);
    if (copy.store.pendingStructs !== null || copy.store.pendingDs !== null) return "invalid";
    for (const cardId of touched) {
      const refused = judgeEdit(this.#board.judging(actor), cardId);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }
}
