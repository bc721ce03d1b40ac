import { expect, it } from "vitest";
import { idMaker } from "./stable-id.ts";

it("gives the same text the same id, whatever its white space", () => {
  const [first, second] = [idMaker(), idMaker()];

  const ids = [first("passage", "A lamp\nin a  window"), second("passage", " A lamp in a window ")];

  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).toMatch(/^[0-9a-z]{20}$/);
});

it("tells kinds and texts apart", () => {
  const idOf = idMaker();

  const ids = [
    idOf("passage", "lamp"),
    idOf("quote", "lamp"),
    idOf("quote", "lamps"),
    idOf("", ""),
  ];

  expect(new Set(ids).size).toBe(4);
});

it("gives each occurrence of a text an id of its own, the same in every run", () => {
  const idsOf = () => {
    const idOf = idMaker();
    return [idOf("quote", "lamp"), idOf("quote", "lamp"), idOf("quote", "lamp")];
  };

  const ids = idsOf();

  expect(new Set(ids).size).toBe(3);
  expect(idsOf()).toEqual(ids);
});
