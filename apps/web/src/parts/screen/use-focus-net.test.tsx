import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it } from "vitest";

import { useFocusNet } from "./use-focus-net.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const container = document.createElement("div");
let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  document.body.append(container);
  root = createRoot(container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  container.remove();
});

function Form({ save }: { save: "ready" | "busy" | "gone" }) {
  useFocusNet();
  return (
    <main>
      <form>
        <button type="button">Earlier</button>
        {save !== "gone" && (
          <button disabled={save === "busy"} type="button">
            Save
          </button>
        )}
      </form>
    </main>
  );
}
const show = (save: "ready" | "busy" | "gone") =>
  act(async () => root.render(<Form save={save} />));
/** As browsers do when they draw: what is disabled loses the focus. */
const draw = () => {
  if (document.activeElement?.matches(":disabled")) (document.activeElement as HTMLElement).blur();
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 80));
const focused = () => document.activeElement?.textContent;
const focusSave = () => [...container.querySelectorAll("button")].at(-1)?.focus();

it("gives the focus to what is nearest when what had it goes", async () => {
  await show("ready");
  focusSave();

  await show("gone");
  await settled();

  expect(focused()).toBe("Earlier");
});

it("gives it back to what was disabled for a moment", async () => {
  await show("ready");
  focusSave();

  await show("busy");
  draw();
  await show("ready");
  await settled();

  expect(focused()).toBe("Save");
});

it("does not wait for a slow browser to take it from what is disabled", async () => {
  await show("ready");
  focusSave();

  await show("busy");
  await settled();

  expect(focused()).toBe("Earlier");
});
