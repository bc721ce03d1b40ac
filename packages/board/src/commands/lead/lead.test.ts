import { Check } from "typebox/value";
import { describe, expect, it } from "vitest";

import { ballotOf, sessionOf } from "../../document/board-state.ts";
import { readCard, readMeta } from "../../document/read-board.ts";
import { peopleOf } from "../../document/roots.ts";
import { newId } from "../../model/new-id.ts";
import { OPEN_PHASE } from "../../plan/fixed-phases.ts";
import { readyPlans } from "../../plan/ready-plans.ts";
import { type Role, roles } from "../../policy/policy.ts";
import { BoardInMemory } from "../../testing/board-in-memory.ts";
import { aBoard, aCreate, anActor, aPlan, TEST_NOW } from "../../testing/builders.ts";
import { type Command, commandSchema } from "../command-schema.ts";
import { judgeEdit } from "../judge-command.ts";

const els = anActor("participant", { consent: "named" });
const facilitator = anActor("facilitator");
const id = newId;

function onStandardPlan() {
  const board = new BoardInMemory(aBoard({ plan: readyPlans.standard }));
  const go = (to: string, commandId = id()) =>
    board.do(facilitator, { op: "phase", id: commandId, to, seq: board.doc ? seqOf(board) : 0 });
  return { board, go };
}
const seqOf = ({ doc }: BoardInMemory) => sessionOf(doc).phase.seq;
const undo = (board: BoardInMemory, command: string) =>
  board.do(facilitator, { op: "undo", id: id(), command });

/** One command of each kind that only those give who lead. */
const leading: Record<string, (board: BoardInMemory) => Command> = {
  phase: (board) => ({ op: "phase", id: id(), to: "write", seq: seqOf(board) }),
  plan: () => ({ op: "plan", id: id(), plan: readyPlans.standard }),
  timer: () => ({ op: "timer", id: id(), change: { kind: "start", minutes: 5 } }),
  lock: () => ({ op: "lock", id: id(), lever: "h01", isLocked: true }),
  spotlight: () => ({ op: "spotlight", id: id(), target: { kind: "lever", id: "h01" } }),
  settings: () => ({ op: "settings", id: id(), settings: { isClosed: true } }),
  reveal: () => ({ op: "reveal", id: id() }),
  stop: () => ({ op: "stop", id: id(), personId: els.personId }),
  readmit: () => ({ op: "readmit", id: id(), personId: els.personId }),
  rename: () => ({ op: "rename", id: id(), personId: els.personId, name: "Els" }),
  ballot: () => ({ op: "ballot", id: id(), change: "open" }),
};

it.each(Object.entries(leading))("%s is for who manages the board, and nobody else", (_, make) => {
  const mayLead = (role: Role) => role === "facilitator" || role === "organiser";
  for (const role of roles) {
    const { board } = onStandardPlan();

    expect(board.do(anActor(role), make(board))).toBe(mayLead(role) ? undefined : "not-allowed");
  }
});

describe("phases", () => {
  it("two who press next together go on once", () => {
    const { board } = onStandardPlan();
    const press = { op: "phase", to: "read", seq: seqOf(board) } as const;

    expect(board.do(facilitator, { ...press, id: id() })).toBeUndefined();
    expect(board.do(anActor("facilitator"), { ...press, id: id() })).toBe("wrong-phase");
    expect(sessionOf(board.doc).phase.id).toBe("read");
  });

  it("begin with their timer, and undo puts phase and timer back", () => {
    const { board, go } = onStandardPlan();
    go("read");
    const before = readMeta(board.doc);
    const command = id();
    go("welcome", command);
    const without = readMeta(board.doc).timer;

    expect(undo(board, command)).toBeUndefined();
    expect(before.timer).toMatchObject({ endsAt: TEST_NOW + 600_000 });
    expect(without).toBeNull();
    const { phase, timer } = readMeta(board.doc);
    expect([phase.id, timer]).toMatchObject(["read", { endsAt: TEST_NOW + 600_000 }]);
  });

  it("are not undone when somebody went on since", () => {
    const { board, go } = onStandardPlan();
    const command = id();
    go("read", command);
    go("write");

    expect(undo(board, command)).toBe("not-found");
  });

  it("end for all who are here, also for what was typed on an open socket", () => {
    const { board, go } = onStandardPlan();
    go("discuss");
    const create = aCreate();
    board.do(els, create);
    go("harvest");
    board.now += 2_001;

    expect(board.do(els, aCreate())).toBe("wrong-phase");
    expect(judgeEdit(board.judging(els), create.cardId)).toBe("wrong-phase");
  });

  it("an unknown one gives nobody but the staff any right; the plan keeps the one it is in", () => {
    const { board, go } = onStandardPlan();

    expect(go("toekomst")).toBe("not-found");
    const plan = aPlan({ id: "anders" });
    expect(board.do(facilitator, { op: "plan", id: id(), plan })).toBe("invalid");
    const twice = [...readyPlans.standard, OPEN_PHASE, OPEN_PHASE];
    expect(board.do(facilitator, { op: "plan", id: id(), plan: twice })).toBe("invalid");
  });
});

describe("the grace of two seconds", () => {
  /** Discussing has ended so many ms ago. */
  function endedAgo(ms: number, to = "harvest") {
    const { board, go } = onStandardPlan();
    go("discuss");
    const create = aCreate();
    board.do(els, create);
    board.now += 10_000;
    go(to);
    board.now += ms;
    const { cardId } = create;
    return { board, cardId };
  }
  const late = (cardId: string): Command[] => [
    aCreate(),
    { op: "place", id: id(), cardId, lever: "h02" },
    { op: "rewrite", id: id(), cardId, text: "Net op tijd" },
  ];

  it("lets through what was begun in time, and not what comes after it", () => {
    const [inTime, tooLate] = [endedAgo(2_000), endedAgo(2_001)];

    expect(late(inTime.cardId).map((one) => inTime.board.do(els, one))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(judgeEdit(inTime.board.judging(els), inTime.cardId)).toBeUndefined();
    expect(late(tooLate.cardId).map((one) => tooLate.board.do(els, one))).toEqual([
      "wrong-phase",
      "wrong-phase",
      "wrong-phase",
    ]);
  });

  it("is for creating, editing and moving one's own alone", () => {
    const { board, cardId } = endedAgo(100);

    expect(board.do(els, { op: "delete", id: id(), cardId })).toBe("wrong-phase");
  });

  it("makes a late card a draft when silence has begun", () => {
    const { board } = endedAgo(100, "write");
    const create = aCreate();

    expect(board.do(els, create)).toBeUndefined();
    expect(board.held.get(create.cardId)?.state).toBe("draft");
  });

  it("does not outlast a lock, a stop, the end of a vote or of the session", () => {
    const [locked, stopped, closed] = [endedAgo(100), endedAgo(100), endedAgo(100)];
    locked.board.do(facilitator, { op: "lock", id: id(), lever: null, isLocked: true });
    stopped.board.do(facilitator, { op: "stop", id: id(), personId: els.personId });
    closed.board.do(facilitator, { op: "settings", id: id(), settings: { isClosed: true } });

    expect(locked.board.do(els, aCreate())).toBe("locked");
    expect(stopped.board.do(els, aCreate())).toBe("stopped");
    expect(closed.board.do(els, aCreate())).toBe("wrong-phase");
    const { board, go } = onStandardPlan();
    go("vote");
    go("discuss");
    expect(board.do(els, { op: "vote", id: id(), target: "h01", dots: 1 })).toBe("wrong-phase");
  });
});

describe("the timer", () => {
  const change = (board: BoardInMemory, kind: Extract<Command, { op: "timer" }>["change"]) =>
    board.do(facilitator, { op: "timer", id: id(), change: kind });
  const timer = (board: BoardInMemory) => readMeta(board.doc).timer;

  it("starts, gets a minute more, rests and goes on, by server time", () => {
    const { board } = onStandardPlan();
    expect(change(board, { kind: "pause" })).toBe("not-found");
    change(board, { kind: "start", minutes: 2 });
    board.now += 60_000;
    change(board, { kind: "add", minutes: 1 });
    expect(timer(board)).toMatchObject({ endsAt: board.now + 120_000 });
    change(board, { kind: "pause" });
    board.now += 500_000;
    change(board, { kind: "resume" });

    expect(timer(board)).toMatchObject({ endsAt: board.now + 120_000 });
  });

  it("of before is not brought back by undoing a start that is long over", () => {
    const { board } = onStandardPlan();
    const first = { op: "timer", id: id(), change: { kind: "start", minutes: 5 } } as const;
    board.do(facilitator, first);
    board.now += 1_000;
    change(board, { kind: "stop" });
    board.now += 1_000;
    change(board, { kind: "start", minutes: 9 });

    expect(undo(board, first.id)).toBe("not-found");
    expect(timer(board)).toMatchObject({ endsAt: board.now + 540_000 });
  });

  it("that has run out gets its minute from now on, and undo takes it back", () => {
    const { board } = onStandardPlan();
    change(board, { kind: "start", minutes: 1 });
    const before = timer(board);
    board.now += 600_000;
    const command = id();
    board.do(facilitator, { op: "timer", id: command, change: { kind: "add", minutes: 1 } });
    const added = timer(board);

    expect(undo(board, command)).toBeUndefined();
    expect(added).toMatchObject({ endsAt: board.now + 60_000 });
    expect(timer(board)).toMatchObject({ endsAt: before && "endsAt" in before && before.endsAt });
  });
});

describe("people", () => {
  it("who was stopped does nothing more until readmitted; undo readmits", () => {
    const { board, go } = onStandardPlan();
    go("discuss");
    const stop = { op: "stop", id: id(), personId: els.personId } as const;
    board.do(facilitator, stop);

    expect(board.do(els, aCreate())).toBe("stopped");
    expect(board.do(els, { op: "hand", id: id(), isUp: true })).toBe("stopped");
    expect(undo(board, stop.id)).toBeUndefined();
    expect(board.do(els, aCreate())).toBeUndefined();
  });

  it("a name that is shown is changed or taken away; one that is not shown stays out", () => {
    const { board } = onStandardPlan();
    peopleOf(board.doc).set(els.personId, { name: "Lelijk", hue: 9 });
    const other = newId();
    peopleOf(board.doc).set(other, { hue: 8 });
    const rename = (personId: string, name: string | null) =>
      board.do(facilitator, { op: "rename", id: id(), personId, name });

    rename(els.personId, " \u202eEls\u2069 ");
    rename(other, "Piet");
    expect(peopleOf(board.doc).toJSON()).toEqual({
      [els.personId]: { name: "Els", hue: 9 },
      [other]: { hue: 8 },
    });
    rename(els.personId, null);
    expect(peopleOf(board.doc).get(els.personId)).toEqual({ hue: 9 });
  });
});

it("a lock binds from now on and undo opens it", () => {
  const board = new BoardInMemory();
  const lock = { op: "lock", id: id(), lever: "h01", isLocked: true } as const;
  board.do(facilitator, lock);

  expect(board.do(els, aCreate())).toBe("locked");
  expect(board.do(els, aCreate({ lever: "h02" }))).toBeUndefined();
  expect(undo(board, lock.id)).toBeUndefined();
  expect(board.do(els, aCreate())).toBeUndefined();
});

it("pointing at the same thing again is seen as another time", () => {
  const board = new BoardInMemory();
  const point = () =>
    board.do(facilitator, { op: "spotlight", id: id(), target: { kind: "lever", id: "h01" } });
  point();
  const first = readMeta(board.doc).spotlight;
  point();

  expect(readMeta(board.doc).spotlight?.seq).toBeGreaterThan(first?.seq ?? 0);
  board.do(facilitator, { op: "spotlight", id: id(), target: null });
  board.now += 1_000;
  const last = first?.seq ?? 0;
  point();
  expect(readMeta(board.doc).spotlight?.seq).toBeGreaterThan(last + 1);
  const gone = { kind: "card", id: newId() } as const;
  expect(board.do(facilitator, { op: "spotlight", id: id(), target: gone })).toBe("not-found");
});

it("a board that was closed is read only for everybody but who leads", () => {
  const board = new BoardInMemory();
  const create = aCreate();
  board.do(els, create);
  board.do(facilitator, { op: "settings", id: id(), settings: { isClosed: true } });

  expect(board.do(els, aCreate())).toBe("wrong-phase");
  expect(board.do(els, { op: "hand", id: id(), isUp: true })).toBe("wrong-phase");
  const scribe = anActor("scribe");
  expect(board.do(scribe, aCreate())).toBe("wrong-phase");
  expect(judgeEdit(board.judging(scribe), create.cardId)).toBe("wrong-phase");
  expect(board.do(facilitator, aCreate())).toBeUndefined();
  expect(readCard(board.doc, create.cardId)).toBeDefined();
});

it("a phase that lets people vote opens its ballot, and its end closes it", () => {
  const { board, go } = onStandardPlan();
  go("vote");
  const open = ballotOf(board.doc);
  go("discuss");
  const closed = ballotOf(board.doc);
  go("vote");

  expect(open).toMatchObject({ state: "open", phase: "vote", dots: 3, on: "card" });
  expect(closed).toEqual({ ...open, state: "closed" });
  expect(ballotOf(board.doc)).toEqual(open);
});

it("a plan has words that can be stored, in no more languages than anybody speaks", () => {
  const { board } = onStandardPlan();
  const plan = (title: Record<string, string>): Command => ({
    op: "plan",
    id: id(),
    plan: [{ ...OPEN_PHASE, id: "welcome", title }],
  });
  const locales = Array.from({ length: 40 }, (_, n) => [`nl-${n + 10}`, "Welkom"]);

  expect(board.do(facilitator, plan({ nl: "Half \ud83c" }))).toBe("invalid");
  expect(board.do(facilitator, plan({ nl: "Nul \u0000" }))).toBe("invalid");
  expect(Check(commandSchema, plan({ nl: "Welkom", en: "Welcome", fy: "Wolkom" }))).toBe(true);
  expect(Check(commandSchema, plan(Object.fromEntries(locales)))).toBe(false);
  expect(Check(commandSchema, plan({ [`nl-${"a".repeat(8)}${"-b23456".repeat(9)}`]: "" }))).toBe(
    false,
  );
});
