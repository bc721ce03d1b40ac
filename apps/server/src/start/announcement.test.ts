import { expect, it } from "vitest";

import { announcement } from "./announcement.ts";

it("lets a workshop's title drive no terminal", () => {
  const base = { base: "http://localhost:3000", isLoopback: true };

  const text = announcement({
    bases: [base],
    base,
    organiserKey: "key",
    workshop: { id: "id", code: "CDFGHJ", title: "Wijk\u001b]0;x\u0007 \u009b31m\n\u202eDraad" },
    dataDir: "/data",
    isTerminal: false,
  });

  expect(text).toContain("Workshop              Wijk ]0;x 31m Draad\n");
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
});
