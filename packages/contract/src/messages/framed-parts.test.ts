import fc from "fast-check";
import { expect, it } from "vitest";

import { frameParts, splitParts } from "./framed-parts.ts";

const parts = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 });

it("splits what was framed into the same parts", () => {
  fc.assert(
    fc.property(parts, (some) => {
      expect(splitParts(frameParts(some))).toEqual(some);
    }),
  );
});

it("takes no body that ends within a part", () => {
  const framed = frameParts([Uint8Array.of(1, 2), Uint8Array.of(3)]);

  for (const end of [1, 3, 5, 8, 10]) {
    expect(() => splitParts(framed.subarray(0, end))).toThrow(RangeError);
  }
});
