import { expect, it } from "vitest";

import { addressInWords, codeInWords } from "./in-words.ts";

it("leaves out of an address what a browser adds itself", () => {
  expect(addressInWords("http://hefboom.test:3000/j/ABC234")).toBe("hefboom.test:3000");
  expect(addressInWords("https://bord.example.nl/j/ABC234")).toBe("bord.example.nl");
});

it("keeps https with a port of its own, which browsers do not guess", () => {
  expect(addressInWords("https://192.168.1.5:3443/j/ABC234")).toBe("https://192.168.1.5:3443");
});

it("splits a code into halves", () => {
  expect(codeInWords("K7M2QX")).toBe("K7M 2QX");
});
