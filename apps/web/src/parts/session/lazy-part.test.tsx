import { act, type ReactNode, Suspense } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { loadTexts } from "../../texts/load-texts.ts";
import { textStore } from "../../texts/text-store.ts";
import { failedParts } from "./failed-parts.ts";
import { FailedPartsNotice } from "./failed-parts-notice.tsx";
import { lazyPart } from "./lazy-part.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
beforeEach(async () => {
  textStore.setState({ locale: "nl", text: await loadTexts("nl") });
  vi.useFakeTimers();
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  failedParts.store.setState({ retries: [] });
  vi.useRealTimers();
});

/** A server that answers the tries with these numbers, from 1, and no other. */
function aPart(answersTry: (count: number) => boolean) {
  const loaded = { count: 0 };
  const Part = lazyPart<{ name: string }>(async () => {
    loaded.count += 1;
    if (!answersTry(loaded.count)) throw new TypeError("no network in this test");
    return ({ name }) => <p>Hier is {name}</p>;
  });
  return { Part, loaded };
}
const show = (part: ReactNode) =>
  act(async () =>
    root.render(
      <>
        <Suspense>{part}</Suspense>
        <FailedPartsNotice />
      </>,
    ),
  );
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const retryButton = () => document.querySelector("button");

it("comes by itself when the network is back within half a minute", async () => {
  const { Part, loaded } = aPart((count) => count === 6);
  await show(<Part name="Anna" />);

  await pass(30_000);
  const before = document.body.textContent;
  await pass(1_000);

  expect(before).toBe("");
  expect(document.body.textContent).toBe("Hier is Anna");
  expect(loaded.count).toBe(6);
});

it("is not fetched for ever: a button says so and fetches it again", async () => {
  const { Part, loaded } = aPart((count) => count === 8);
  await show(
    <>
      <Part name="Anna" />
      <Part name="Bram" />
    </>,
  );

  await pass(10 * 60_000);
  const tries = loaded.count;
  const notice = document.querySelector("[role=alert]")?.textContent;
  await act(async () => retryButton()?.click());
  const inVain = { tries: loaded.count, isSaid: retryButton() !== null };
  await act(async () => retryButton()?.click());

  expect(tries).toBe(6);
  expect(notice).toContain("Een deel van deze pagina is niet geladen.");
  expect(inVain).toEqual({ tries: 7, isSaid: true });
  expect(document.body.textContent).toBe("Hier is AnnaHier is Bram");
});

it("is fetched again when the browser says that the network is back", async () => {
  const { Part } = aPart((count) => count === 7);
  await show(<Part name="Anna" />);
  await pass(60_000);

  await act(async () => window.dispatchEvent(new Event("online")));

  expect(document.body.textContent).toBe("Hier is Anna");
});
