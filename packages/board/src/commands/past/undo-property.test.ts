import fc from "fast-check";
import { expect, it } from "vitest";

import { newId } from "../../model/new-id.ts";
import { BoardInMemory } from "../../testing/board-in-memory.ts";
import { aCreate, anActor } from "../../testing/builders.ts";
import type { CardCommand } from "../command-schema.ts";

const els = anActor("participant", { consent: "named" });
const piet = anActor();

/** One step of somebody at a board: what to do, and with which of the cards. */
const step = fc.record({
  op: fc.constantFrom("create", "place", "label", "delete", "restore"),
  card: fc.nat(4),
  lever: fc.constantFrom("h01", "h02", null),
  scale: fc.constantFrom(undefined, "region", "municipality"),
  x: fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined }),
});
const steps = fc.array(step, { maxLength: 30 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function commandOf({ op, card, lever, scale, x }: Step, cardIds: string[]): CardCommand {
  const id = newId();
  const cardId = cardIds[card % cardIds.length] ?? "";
  const labels = scale === undefined ? {} : { scale };
  const at = x === undefined ? {} : { x, y: x };
  switch (op) {
    case "create": {
      const create = aCreate({ lever, labels, ...at });
      cardIds.push(create.cardId);
      return create;
    }
    case "place":
      return { op, id, cardId, lever, ...at };
    case "label":
      return { op, id, cardId, labels };
    default:
      return { op: op === "delete" ? op : "restore", id, cardId };
  }
}

/** A board with three cards of Els, one of them in the bin. */
function aBoardOfEls() {
  const board = new BoardInMemory();
  const creates = [aCreate(), aCreate({ labels: { scale: "region" } }), aCreate({ lever: null })];
  const cardIds = creates.map(({ cardId }) => cardId);
  for (const create of creates) board.do(els, create);
  board.do(els, { op: "delete", id: newId(), cardId: cardIds[2] ?? "" });
  return { board, cardIds };
}
/** What the tables have of these cards. */
const tablesOf = (board: BoardInMemory, cardIds: readonly string[]) =>
  cardIds.map((cardId) => ({ owner: board.ownerOf(cardId), binned: board.binned(cardId) }));

it("undoing all that one did, the last first, leaves document and tables as they were", () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { board, cardIds } = aBoardOfEls();
      const known = [...cardIds];
      const before = [board.doc.toJSON(), tablesOf(board, known)];
      const commands = list.map((one) => commandOf(one, cardIds));
      const done = commands.filter((command) => board.do(els, command) === undefined);

      for (const { id } of done.toReversed()) {
        const refused = board.do(els, { op: "undo", id: newId(), command: id });
        // What changed nothing has nothing to be undone.
        expect(refused).toBe(board.done(id)?.inverse === undefined ? "invalid" : undefined);
      }

      expect([board.doc.toJSON(), tablesOf(board, known)]).toEqual(before);
      const made = cardIds.slice(known.length).filter((cardId) => board.ownerOf(cardId));
      expect(made.every((cardId) => board.ownerOf(cardId)?.isDeleted)).toBe(true);
    }),
  );
});

it("doing, undoing and undoing the undo is doing", () => {
  fc.assert(
    fc.property(steps, step, (list, last) => {
      const { board, cardIds } = aBoardOfEls();
      for (const one of list) board.do(els, commandOf(one, cardIds));
      const command = commandOf(last, cardIds);
      fc.pre(board.do(els, command) === undefined);
      fc.pre(board.done(command.id)?.inverse !== undefined);
      const after = [board.doc.toJSON(), tablesOf(board, cardIds)];
      const undoId = newId();

      expect(board.do(els, { op: "undo", id: undoId, command: command.id })).toBeUndefined();
      expect(board.do(els, { op: "undo", id: newId(), command: undoId })).toBeUndefined();

      expect([board.doc.toJSON(), tablesOf(board, cardIds)]).toEqual(after);
    }),
  );
});

it("nobody undoes or restores what is another's", () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { board, cardIds } = aBoardOfEls();
      const commands = list.map((one) => commandOf(one, cardIds));
      for (const command of commands) {
        board.do(els, command);
        const before = [board.doc.toJSON(), tablesOf(board, cardIds)];

        const undone = board.do(piet, { op: "undo", id: newId(), command: command.id });
        const restored = board.do(piet, { op: "restore", id: newId(), cardId: command.cardId });

        expect(undone).toBeDefined();
        expect(restored).toBeDefined();
        expect([board.doc.toJSON(), tablesOf(board, cardIds)]).toEqual(before);
      }
    }),
  );
});
