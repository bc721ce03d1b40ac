import { expect, it, vi } from "vitest";

import { DamageLog } from "./damage-log.ts";

it("tells of each damaged board once a minute, with the command that restores it", () => {
  const clock = { now: 0 };
  const error = vi.fn();
  const damage = new DamageLog({ error }, () => clock.now);
  const err = new Error("damaged");

  for (let socket = 0; socket < 100; socket += 1) damage.note("a", err);
  damage.note("b", err);
  clock.now = 59_999;
  damage.note("a", err);
  clock.now = 60_000;
  damage.note("a", err);

  expect(error.mock.calls.map(([{ boardId }]) => boardId)).toEqual(["a", "b", "a"]);
  expect(error.mock.calls[0]?.[1]).toContain("npm run restore -- --in FILE");
});
