import fc from "fast-check";
import { expect, it } from "vitest";

import { clustersOf, metaOf } from "../../document/roots.ts";
import { newId } from "../../model/new-id.ts";
import { readyPlans } from "../../plan/ready-plans.ts";
import { BoardInMemory } from "../../testing/board-in-memory.ts";
import { aBoard, aCreate, anActor, beginPhaseOn } from "../../testing/builders.ts";
import type { ClusterCommand } from "../command-schema.ts";

const els = anActor();
const facilitator = anActor("facilitator");
const clusterIds = Array.from({ length: 3 }, newId);

/** A board with four cards on one lever, in the phase of clustering. */
function inClustering() {
  const board = new BoardInMemory(aBoard({ plan: readyPlans.standard }));
  const cardIds = Array.from({ length: 4 }, () => {
    const create = aCreate();
    board.apply(els, create);
    return create.cardId;
  });
  beginPhaseOn(board, "cluster");
  return { board, cardIds };
}
const cluster = (clusterId: string, members: string[], title = "Groen"): ClusterCommand => ({
  ...{ op: "cluster", id: newId(), clusterId, title, members },
});
const uncluster = (clusterId: string) => ({ op: "uncluster", id: newId(), clusterId }) as const;
const [first = "", second = ""] = clusterIds;

it("a card is in one cluster at most, and no cluster is empty", () => {
  const { board, cardIds } = inClustering();
  board.do(els, cluster(first, cardIds.slice(0, 2)));

  board.do(els, cluster(second, cardIds.slice(1, 3), " Water "));
  board.do(els, cluster(second, cardIds.slice(0, 3), "Water"));

  expect(clustersOf(board.doc).toJSON()).toEqual({
    [second]: { title: "Water", lever: "h01", order: "a1", members: cardIds.slice(0, 3) },
  });
});

it("undoing every step, the last first, leaves nothing", () => {
  const step = fc.record({
    at: fc.nat(2),
    members: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
    isSplit: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { board, cardIds } = inClustering();
      const commands = steps.map(({ at, members, isSplit }) =>
        isSplit
          ? uncluster(clusterIds[at] ?? "")
          : cluster(
              clusterIds[at] ?? "",
              members.map((index) => cardIds[index] ?? ""),
            ),
      );
      const done = commands.filter((one) => board.do(els, one) === undefined);
      const all = [...clustersOf(board.doc).values()].flatMap(({ members }) => members);
      expect(new Set(all).size).toBe(all.length);

      const undos = done
        .toReversed()
        .map(({ id }) => ({ op: "undo", id: newId(), command: id }) as const);
      for (const undo of undos) expect(board.do(els, undo)).toBeUndefined();
      expect(clustersOf(board.doc).size).toBe(0);
      for (const { id } of undos.toReversed()) {
        board.do(els, { op: "undo", id: newId(), command: id });
      }
      const again = [...clustersOf(board.doc).values()].flatMap(({ members }) => members);
      expect(again.toSorted()).toEqual(all.toSorted());
    }),
  );
});

it("is not undone when somebody has changed it since", () => {
  const { board, cardIds } = inClustering();
  const mine = cluster(first, cardIds.slice(0, 2));
  board.do(els, mine);
  board.do(facilitator, cluster(first, cardIds.slice(0, 3)));

  expect(board.do(els, { op: "undo", id: newId(), command: mine.id })).toBe("not-found");
});

it("refuses what is not there, what lies apart, doubles, and a heading that is none", () => {
  const { board, cardIds } = inClustering();
  const elsewhere = aCreate({ lever: "h02" });
  board.apply(els, elsewhere);

  expect(board.do(els, cluster(first, [newId()]))).toBe("not-found");
  expect(board.do(els, cluster(first, [cardIds[0] ?? "", elsewhere.cardId]))).toBe("invalid");
  expect(board.do(els, cluster(first, [cardIds[0] ?? "", cardIds[0] ?? ""]))).toBe("invalid");
  expect(board.do(els, cluster(first, cardIds, "a\u0000b"))).toBe("invalid");
  expect(board.do(els, uncluster(first))).toBe("not-found");
});

it("is for the phases that say so, and not past a lock", () => {
  const { board, cardIds } = inClustering();
  metaOf(board.doc).set("locks", { board: false, levers: ["h01"] });
  expect(board.do(els, cluster(first, cardIds))).toBe("locked");
  metaOf(board.doc).set("locks", { board: false, levers: [] });
  beginPhaseOn(board, "discuss");
  expect(board.do(els, cluster(first, cardIds))).toBe("wrong-phase");
  expect(board.do(facilitator, cluster(first, cardIds))).toBeUndefined();
});

const lock = (board: BoardInMemory, lever: string) =>
  metaOf(board.doc).set("locks", { board: false, levers: [lever] });

it("nobody takes a cluster away from a locked lever, not by its id and not by cards that left it", () => {
  const { board, cardIds } = inClustering();
  const [elsewhere, strayed] = [aCreate({ lever: "h02" }), aCreate()];
  board.apply(els, elsewhere);
  board.apply(els, strayed);
  board.do(facilitator, cluster(first, cardIds));
  board.do(facilitator, cluster(second, [strayed.cardId]));
  const { cardId } = strayed;
  board.do(facilitator, { op: "place", id: newId(), cardId, lever: "h02" });
  lock(board, "h01");

  expect(board.do(els, cluster(first, [elsewhere.cardId]))).toBe("locked");
  expect(board.do(els, cluster(newId(), [cardId]))).toBe("locked");
});

it("an undo makes no card lie in two clusters", () => {
  const { board, cardIds } = inClustering();
  board.do(els, cluster(first, cardIds.slice(0, 2)));
  const apart = uncluster(first);
  board.do(els, apart);
  board.do(els, cluster(second, cardIds.slice(1, 3)));

  expect(board.do(els, { op: "undo", id: newId(), command: apart.id })).toBe("not-found");
});

it("an undo makes no more clusters than there may be", () => {
  const { board, cardIds } = inClustering();
  board.do(els, cluster(first, cardIds));
  const apart = uncluster(first);
  board.do(els, apart);
  for (let n = 0; n < 500; n += 1) {
    clustersOf(board.doc).set(newId(), { title: "", lever: null, order: "a0", members: [newId()] });
  }

  expect(board.do(els, { op: "undo", id: newId(), command: apart.id })).toBe("board-full");
});

it("with moderation on nobody puts words up by a heading that nobody has read", () => {
  const { board, cardIds } = inClustering();
  board.do(facilitator, cluster(first, cardIds.slice(0, 2)));
  const moderated = { isModerated: true };
  board.do(facilitator, { op: "settings", id: newId(), settings: moderated });

  expect(board.do(els, cluster(second, cardIds.slice(2), "Onaardig"))).toBe("not-allowed");
  expect(board.do(els, cluster(first, cardIds, "Onaardig"))).toBe("not-allowed");
  expect(board.do(els, cluster(first, cardIds.slice(0, 3)))).toBeUndefined();
  expect(board.do(els, cluster(second, cardIds.slice(3), ""))).toBeUndefined();
  expect(board.do(facilitator, cluster(second, cardIds.slice(3), "Groen"))).toBeUndefined();
});
