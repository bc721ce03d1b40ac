import { afterEach, expect, it } from "vitest";

import { chooseLocale, startTexts, textStore, withStaffTexts } from "./text-store.ts";

afterEach(() => localStorage.clear());
const says = (key: "card.edit" | "lead.vote.open") => textStore.getState().text(key);

it("begins with what everybody reads, and adds what the staff do", async () => {
  await startTexts();
  await chooseLocale("nl");
  expect(says("card.edit")).not.toBe("card.edit");

  expect(await withStaffTexts(Promise.resolve("a page"))).toBe("a page");
  expect(says("lead.vote.open")).not.toBe("lead.vote.open");
});

it("changes the language of both", async () => {
  await chooseLocale("nl");
  await withStaffTexts(Promise.resolve());
  const dutch = [says("card.edit"), says("lead.vote.open")];
  await chooseLocale("en");

  expect(textStore.getState().locale).toBe("en");
  expect(says("card.edit")).not.toBe(dutch[0]);
  expect(says("lead.vote.open")).not.toBe(dutch[1]);
  expect(says("lead.vote.open")).not.toBe("lead.vote.open");
});

it("shows what was wanted last, with all its texts, and tells so to who asked before", async () => {
  const first = chooseLocale("en");
  const staff = withStaffTexts(Promise.resolve());
  const last = chooseLocale("nl");
  await staff;

  expect(textStore.getState().locale).toBe("nl");
  expect(says("lead.vote.open")).not.toBe("lead.vote.open");
  await Promise.all([first, last]);
});
