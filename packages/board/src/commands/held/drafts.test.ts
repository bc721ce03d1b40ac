import { describe, expect, it } from "vitest";

import { readCard, readCards } from "../../document/read-board.ts";
import { metaOf } from "../../document/roots.ts";
import { UNSEEN_MAX } from "../../model/limits.ts";
import { newId } from "../../model/new-id.ts";
import { readyPlans } from "../../plan/ready-plans.ts";
import { BoardInMemory } from "../../testing/board-in-memory.ts";
import { aBoard, aCreate, anActor, beginPhaseOn } from "../../testing/builders.ts";
import type { CardCommand } from "../command-schema.ts";

const [els, piet] = [anActor(), anActor()];
const facilitator = anActor("facilitator");
const plan = readyPlans.standard;

/** A board in silent writing, with one draft of Els. */
function inSilence(changes: Parameters<typeof aBoard>[0] = {}) {
  const board = new BoardInMemory(aBoard({ plan, ...changes }));
  beginPhaseOn(board, "write");
  const create = aCreate({ text: "Nog geheim" });
  board.do(els, create);
  return { board, cardId: create.cardId };
}
const about = (op: "delete" | "restore" | "hide" | "show", cardId: string): CardCommand => ({
  op,
  id: newId(),
  cardId,
});
const next = (board: BoardInMemory, to: string) =>
  board.do(facilitator, { op: "phase", id: newId(), to, seq: seqOf(board) });
const seqOf = (board: BoardInMemory) => (metaOf(board.doc).get("phase") as { seq: number }).seq;
const moderated = (board: BoardInMemory) =>
  board.do(facilitator, { op: "settings", id: newId(), settings: { isModerated: true } });

describe("what nobody else has seen yet", () => {
  const fill = (board: BoardInMemory, who: typeof els, count: number) =>
    Array.from({ length: count }, () => board.do(who, aCreate())).filter((refused) => refused);

  it("has an end for each person, and takes nobody else's room", () => {
    const { board, cardId } = inSilence();

    expect(fill(board, els, UNSEEN_MAX - 1)).toEqual([]);
    expect(board.do(els, aCreate())).toBe("board-full");
    expect(board.do(piet, aCreate())).toBeUndefined();
    expect(board.do(facilitator, aCreate())).toBeUndefined();
    board.do(els, about("delete", cardId));
    expect(board.do(els, aCreate())).toBeUndefined();
    expect(board.do(els, about("restore", cardId))).toBe("board-full");
  });

  it("begins anew once it was revealed", () => {
    const { board } = inSilence();
    fill(board, els, UNSEEN_MAX);
    next(board, "reveal");

    board.do(facilitator, { op: "phase", id: newId(), to: "write", seq: seqOf(board) });

    expect(fill(board, els, UNSEEN_MAX)).toEqual([]);
  });

  it("is more for a scribe, who writes for whole tables", () => {
    const { board } = inSilence();
    const scribe = anActor("scribe");

    expect(fill(board, scribe, UNSEEN_MAX + 1)).toEqual([]);
  });

  it("counts what waits to be let through, and not what was hidden", () => {
    const board = new BoardInMemory(aBoard());
    moderated(board);
    const first = aCreate();
    board.do(els, first);
    fill(board, els, UNSEEN_MAX - 1);

    const refused = board.do(els, aCreate());
    board.do(facilitator, about("hide", first.cardId));

    expect(refused).toBe("board-full");
    expect(board.do(els, aCreate())).toBeUndefined();
  });
});

describe("in a silent phase", () => {
  it("a new card is a draft and the document knows nothing of it", () => {
    const { board, cardId } = inSilence();

    expect(board.held.get(cardId)).toMatchObject({ state: "draft", text: "Nog geheim" });
    expect(JSON.stringify(board.doc.toJSON())).not.toContain("geheim");
    expect(board.ownerOf(cardId)?.personId).toBe(els.personId);
  });

  it("its author changes it, and nobody else knows of it, not even who leads", () => {
    const { board, cardId } = inSilence();
    const rewrite = (text: string) => ({ op: "rewrite", id: newId(), cardId, text }) as const;

    expect(board.do(els, rewrite("Toch anders"))).toBeUndefined();
    expect(board.do(piet, rewrite("Van mij"))).toBe("not-found");
    expect(board.do(facilitator, rewrite("Van mij"))).toBe("not-found");
    expect(board.do(facilitator, about("hide", cardId))).toBe("not-found");
    expect(board.do(facilitator, about("delete", cardId))).toBe("not-found");
    expect(board.held.get(cardId)?.text).toBe("Toch anders");
  });

  it("moving, labelling and their undoing work on drafts as on any card", () => {
    const { board, cardId } = inSilence();
    const place = { op: "place", id: newId(), cardId, lever: "h05" } as const;
    const label = { op: "label", id: newId(), cardId, labels: { scale: "region" } } as const;
    const before = board.held.get(cardId);
    board.do(els, place);
    board.do(els, label);

    const undone = [label, place].map(({ id }) =>
      board.do(els, { op: "undo", id: newId(), command: id }),
    );

    expect(undone).toEqual([undefined, undefined]);
    expect(board.held.get(cardId)).toEqual(before);
  });

  it("a deleted draft comes back as a draft", () => {
    const { board, cardId } = inSilence();
    board.do(els, about("delete", cardId));
    const whileGone = board.held.get(cardId);

    expect(board.do(els, about("restore", cardId))).toBeUndefined();
    expect(whileGone).toBeUndefined();
    expect(board.held.get(cardId)?.state).toBe("draft");
  });

  it("who leads writes on the board", () => {
    const { board } = inSilence();
    const create = aCreate();

    board.do(facilitator, create);

    expect(readCard(board.doc, create.cardId)).toBeDefined();
  });
});

describe("reveal", () => {
  it("comes with the phase that reveals, in the order of writing", () => {
    const { board, cardId } = inSilence();
    const later = aCreate();
    board.now += 1;
    board.do(piet, later);

    next(board, "reveal");

    expect(readCards(board.doc).map(({ id }) => id)).toEqual([cardId, later.cardId]);
    expect(board.held.size).toBe(0);
    expect(readCard(board.doc, cardId)).toMatchObject({ text: "Nog geheim", author: els.personId });
  });

  it("takes one lever or one person when asked", () => {
    const { board, cardId } = inSilence();
    const [other, elsewhere] = [aCreate(), aCreate({ lever: "h09" })];
    board.do(piet, other);
    board.do(els, elsewhere);

    board.do(facilitator, { op: "reveal", id: newId(), lever: "h09" });
    const afterLever = [...board.held.keys()];
    board.do(facilitator, { op: "reveal", id: newId(), personId: els.personId });

    expect(afterLever).toEqual([cardId, other.cardId]);
    expect([...board.held.keys()]).toEqual([other.cardId]);
  });

  it("tells with authors hidden neither who nor in which order", () => {
    const { board } = inSilence({ authors: "hidden" });
    const written = Array.from({ length: 30 }, () => aCreate({ lever: "h03" }));
    for (const create of written) board.do(piet, create);

    next(board, "reveal");

    const shown = readCards(board.doc).filter(({ place }) => place.lever === "h03");
    expect(shown.map(({ id }) => id)).not.toEqual(written.map(({ cardId }) => cardId));
    expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(written.map((one) => one.cardId)));
    expect(JSON.stringify(board.doc.toJSON())).not.toContain(piet.personId);
  });

  it("is for who leads, and cannot be taken back", () => {
    const { board } = inSilence();
    const reveal = { op: "reveal", id: newId() } as const;

    expect(board.do(els, { ...reveal, id: newId() })).toBe("not-allowed");
    board.do(facilitator, reveal);
    expect(board.do(facilitator, { op: "undo", id: newId(), command: reveal.id })).toBe("invalid");
  });

  it("with moderation on makes drafts wait", () => {
    const { board, cardId } = inSilence();
    moderated(board);

    next(board, "reveal");

    expect(board.held.get(cardId)?.state).toBe("waiting");
    expect(readCards(board.doc)).toEqual([]);
  });
});

describe("hide and show", () => {
  function withCard() {
    const board = new BoardInMemory();
    const create = aCreate();
    board.do(els, create);
    return { board, cardId: create.cardId };
  }

  it("takes a card off the board and puts it back as it was, and undo does the same", () => {
    const { board, cardId } = withCard();
    const before = board.doc.toJSON();
    const hide = about("hide", cardId);
    board.do(facilitator, hide);
    const whileHidden = [readCards(board.doc).length, board.held.get(cardId)?.state];

    expect(board.do(facilitator, { op: "undo", id: newId(), command: hide.id })).toBeUndefined();
    expect(whileHidden).toEqual([0, "hidden"]);
    expect(board.doc.toJSON()).toEqual(before);
  });

  it("its author may delete it and nothing else, and it comes back hidden", () => {
    const { board, cardId } = withCard();
    board.do(facilitator, about("hide", cardId));

    expect(board.do(els, { op: "rewrite", id: newId(), cardId, text: "Nee" })).toBe("not-allowed");
    expect(board.do(els, about("show", cardId))).toBe("not-allowed");
    expect(board.do(els, about("delete", cardId))).toBeUndefined();
    expect(board.do(els, about("restore", cardId))).toBeUndefined();
    expect(board.held.get(cardId)?.state).toBe("hidden");
  });

  it("with moderation on a card waits, is shown once, and its author edits it no more", () => {
    const { board } = withCard();
    moderated(board);
    const create = aCreate();
    const { cardId } = create;
    const rewrite = (text: string) => ({ op: "rewrite", id: newId(), cardId, text }) as const;

    board.do(els, create);
    expect(board.held.get(cardId)?.state).toBe("waiting");
    expect(board.do(els, rewrite("Beter"))).toBeUndefined();
    expect(board.do(piet, rewrite("Van mij"))).toBe("not-found");
    expect(board.do(facilitator, about("show", cardId))).toBeUndefined();
    expect(board.do(facilitator, about("show", cardId))).toBeUndefined();
    expect(readCard(board.doc, cardId)?.text).toBe("Beter");
    expect(board.do(els, rewrite("Toch iets anders"))).toBe("not-allowed");
  });
});

describe("what others learn of a card that they may not know of", () => {
  it("a draft that its author took back stays theirs: who leads cannot put it on the board", () => {
    const { board, cardId } = inSilence();
    board.do(els, about("delete", cardId));

    expect(board.do(facilitator, about("restore", cardId))).toBe("not-found");
    expect(board.do(els, about("restore", cardId))).toBeUndefined();
    expect(board.do(facilitator, about("restore", cardId))).toBe("not-found");
  });

  it("restoring tells nobody whether a card is hidden, in the bin, or gone for good", () => {
    const { board, cardId } = inSilence();
    const hidden = aCreate();
    beginPhaseOn(board, "discuss");
    board.do(els, hidden);
    board.do(facilitator, about("hide", hidden.cardId));
    board.do(els, about("delete", cardId));

    for (const one of [hidden.cardId, cardId, newId()]) {
      expect(board.do(piet, about("restore", one))).toBe("not-allowed");
    }
  });
});

it("with authors hidden nobody reveals one person's drafts: all would know whose they are", () => {
  const { board, cardId } = inSilence({ authors: "hidden" });
  const reveal = { op: "reveal", id: newId(), personId: els.personId } as const;

  expect(board.do(facilitator, reveal)).toBe("not-allowed");
  expect(board.held.get(cardId)?.state).toBe("draft");
});
