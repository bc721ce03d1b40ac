import fc from "fast-check";
import { expect, it } from "vitest";

import { ballotOf, sessionOf } from "../../document/board-state.ts";
import { readResults } from "../../document/read-results.ts";
import { resultsOf } from "../../document/roots.ts";
import { newId } from "../../model/new-id.ts";
import { readyPlans } from "../../plan/ready-plans.ts";
import { BoardInMemory } from "../../testing/board-in-memory.ts";
import { aBoard, aCreate, anActor, beginPhaseOn } from "../../testing/builders.ts";
import type { Command } from "../command-schema.ts";

const [els, piet] = [anActor(), anActor()];
const [facilitator, scribe] = [anActor("facilitator"), anActor("scribe")];

/** A board with three cards on which people vote with three dots. */
function inVote(changes: Partial<Extract<Command, { op: "ballot" }>["ballot"]> = {}) {
  const board = new BoardInMemory(aBoard({ plan: readyPlans.standard }));
  const cardIds = Array.from({ length: 3 }, () => {
    const create = aCreate();
    board.apply(els, create);
    return create.cardId;
  });
  beginPhaseOn(board, "vote");
  const ballot = { on: "card", dots: 3, isSecret: true, ...changes } as const;
  board.do(facilitator, { op: "ballot", id: newId(), change: "open", ballot });
  return { board, cardIds, ballotId: ballotOf(board.doc)?.id ?? "" };
}
const vote = (target: string | undefined, dots: number, voter?: string) => ({
  ...({ op: "vote", id: newId(), target: target ?? "", dots } as const),
  ...(voter !== undefined && { voter }),
});

it("never takes more dots than the budget, however they are given and taken back", () => {
  const step = fc.record({ card: fc.nat(2), dots: fc.nat(5), isPiet: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { board, cardIds, ballotId } = inVote();
      for (const { card, dots, isPiet } of steps) {
        const voter = isPiet ? piet : els;
        const before = new Map(board.votes.dotsOf(ballotId, voter.personId));
        const refused = board.do(voter, vote(cardIds[card], dots));
        const given = board.votes.dotsOf(ballotId, voter.personId);
        const sum = [...given.values()].reduce((all, one) => all + one, 0);

        expect(sum).toBeLessThanOrEqual(3);
        if (refused === undefined) expect(given.get(cardIds[card] ?? "") ?? 0).toBe(dots);
        else expect(given).toEqual(before);
      }
    }),
  );
});

it("the same vote sent twice counts once", () => {
  const { board, cardIds, ballotId } = inVote();
  const twice = vote(cardIds[0], 2);
  board.do(els, twice);
  board.do(els, twice);

  expect(board.votes.tally(ballotId)).toEqual({
    voters: 1,
    dots: new Map([[cardIds[0], 2]]),
  });
});

it("while secret nothing of it is in the document; revealed everybody has the outcome", () => {
  const { board, cardIds } = inVote();
  board.do(els, vote(cardIds[0], 2));
  board.do(piet, vote(cardIds[0], 1));
  board.do(piet, vote(cardIds[1], 2));
  const whileSecret = resultsOf(board.doc).toJSON();

  board.do(facilitator, { op: "ballot", id: newId(), change: "reveal" });

  expect(whileSecret).toEqual({});
  const [results] = readResults(board.doc);
  expect(results).toMatchObject({ voters: 2, on: "card", dots: 3 });
  expect(results?.given).toEqual(
    new Map([
      [cardIds[0], 3],
      [cardIds[1], 2],
    ]),
  );
  expect(board.do(els, vote(cardIds[2], 1))).toBe("wrong-phase");
  expect(JSON.stringify(board.doc.toJSON())).not.toContain(piet.personId);
});

it("an open ballot shows each vote at once", () => {
  const { board } = inVote({ on: "lever", isSecret: false });
  board.do(els, vote("h03", 2));
  board.do(els, vote("h03", 1));

  expect(readResults(board.doc)[0]?.given).toEqual(new Map([["h03", 1]]));
});

it("a scribe votes for others, each with a budget of their own", () => {
  const { board, cardIds, ballotId } = inVote();

  expect(board.do(scribe, vote(cardIds[0], 3, "Tafel 4"))).toBeUndefined();
  expect(board.do(scribe, vote(cardIds[1], 1, " tafel 4"))).toBe("invalid");
  expect(board.do(scribe, vote(cardIds[1], 3, "Tafel 5"))).toBeUndefined();
  expect(board.do(scribe, vote(cardIds[1], 1))).toBe("not-allowed");
  expect(board.do(els, vote(cardIds[1], 1, "Tafel 6"))).toBe("not-allowed");
  expect(board.votes.tally(ballotId).voters).toBe(2);
});

it("is refused for what is not there, outside its ballot, and for who does not vote", () => {
  const { board, cardIds } = inVote();

  expect(board.do(els, vote(newId(), 1))).toBe("not-found");
  expect(board.do(els, vote("h01", 1))).toBe("not-found");
  expect(board.do(facilitator, vote(cardIds[0], 1))).toBe("not-allowed");
  expect(board.do(anActor("viewer"), vote(cardIds[0], 1))).toBe("not-allowed");
  board.do(facilitator, { op: "ballot", id: newId(), change: "close" });
  expect(board.do(els, vote(cardIds[0], 1))).toBe("wrong-phase");
});

it("dots on a card that is gone can be taken back and given again", () => {
  const { board, cardIds } = inVote();
  board.do(els, vote(cardIds[0], 3));
  board.do(facilitator, { op: "delete", id: newId(), cardId: cardIds[0] ?? "" });

  expect(board.do(els, vote(cardIds[1], 1))).toBe("invalid");
  expect(board.do(els, vote(cardIds[0], 0))).toBeUndefined();
  expect(board.do(els, vote(cardIds[1], 3))).toBeUndefined();
});

it("a blank name is nobody to vote for", () => {
  const { board, cardIds } = inVote();

  expect(board.do(scribe, vote(cardIds[0], 1, " \u00a0"))).toBe("invalid");
});

it("what was revealed stays revealed, whatever is undone: nobody votes on knowing the outcome", () => {
  const { board, cardIds, ballotId } = inVote();
  board.do(els, vote(cardIds[0], 2));
  const seq = () => sessionOf(board.doc).phase.seq;
  const end = { op: "phase", id: newId(), to: "discuss", seq: seq() } as const;
  board.do(facilitator, end);
  board.do(facilitator, { op: "ballot", id: newId(), change: "reveal" });

  const undo = { op: "undo", id: newId(), command: end.id } as const;
  expect(board.do(facilitator, undo)).toBeUndefined();

  expect(ballotOf(board.doc)).toMatchObject({ id: ballotId, state: "revealed" });
  expect(board.do(els, vote(cardIds[0], 0))).toBe("wrong-phase");
  expect(board.do(facilitator, { op: "undo", id: newId(), command: undo.id })).toBeUndefined();
  expect(ballotOf(board.doc)).toMatchObject({ id: ballotId, state: "revealed" });
});

it("nor is it opened again by undoing a phase after another vote was held", () => {
  const { board, cardIds, ballotId } = inVote();
  board.do(els, vote(cardIds[0], 2));
  const end = {
    op: "phase",
    id: newId(),
    to: "discuss",
    seq: sessionOf(board.doc).phase.seq,
  } as const;
  board.do(facilitator, end);
  board.do(facilitator, { op: "ballot", id: newId(), change: "reveal" });
  board.do(facilitator, { op: "ballot", id: newId(), change: "open" });

  board.do(facilitator, { op: "undo", id: newId(), command: end.id });

  expect(ballotOf(board.doc)).toMatchObject({ id: ballotId, state: "revealed" });
});
