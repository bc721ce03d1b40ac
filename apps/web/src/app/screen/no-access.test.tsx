import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { ApiError } from "../../api/call-api.ts";
import { loadTexts } from "../../texts/load-texts.ts";
import { textStore } from "../../texts/text-store.ts";
import { NoAccess } from "./no-access.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const container = document.createElement("div");
let root: ReturnType<typeof createRoot>;
beforeEach(async () => {
  textStore.setState({ locale: "nl", text: await loadTexts("nl") });
  root = createRoot(container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const show = (error?: unknown) =>
  act(async () => root.render(<NoAccess boardId="b" error={error} needsLink={false} />));
const serverSays = (status: number, code: string) =>
  vi.stubGlobal("fetch", async () => Response.json({ code, message: code }, { status }));

it("says that the facilitator stopped somebody, when they open the board", async () => {
  await show(new ApiError("STOPPED", 403, "stopped"));

  expect(container.textContent).toContain("De begeleider heeft je deelname gestopt.");
});

it("asks why, when only the connection was closed", async () => {
  serverSays(403, "STOPPED");
  await show();

  expect(container.textContent).toContain("Je doet niet meer mee");
});

it("leads everybody else to the way in", async () => {
  serverSays(401, "NO_ACCESS");
  await show();

  expect(container.textContent).toContain("Doe eerst mee");
});
