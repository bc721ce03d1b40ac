import { type ComponentType, use } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

import { failedParts } from "./failed-parts.ts";

/** How long to wait before each further try: half a minute in all, as a hall's Wi-Fi may need when a break is over. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 16_000];

const loads: (() => Promise<unknown>)[] = [];

/**
 * A component that its users fetch when they first show it. On a hall's Wi-Fi that may fail: it is tried several times,
 * then there is nothing in its place until somebody asks for it again (`FailedParts`).
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  loads.push(load);
  let loading: Promise<ComponentType<Props> | undefined> | undefined;
  const tries = createStore(() => ({ count: 0 }));
  const begin = (pausesMs: readonly number[]) =>
    loadPatiently(load, pausesMs).catch(() => {
      failedParts.add(again);
      return undefined;
    });
  function again(): void {
    loading = begin([]); // who pressed a button is answered at once
    tries.setState(({ count }) => ({ count: count + 1 }));
  }
  return function Part(props: Props) {
    useStore(tries);
    loading ??= begin(PAUSES_MS);
    const Loaded = use(loading);
    return Loaded && <Loaded {...props} />;
  };
}

/** Fetches all of them when the page has nothing better to do, so that a moment when all phones want one at once is calm. */
export function loadPartsWhenIdle(): void {
  const loadAll = () => {
    for (const load of loads) load().catch(() => undefined); // tried again when it is needed
  };
  if ("requestIdleCallback" in window) window.requestIdleCallback(loadAll, { timeout: 8_000 });
  else setTimeout(loadAll, 4_000); // Safari
}

/** @throws what `load` threw last */
async function loadPatiently<T>(load: () => Promise<T>, pausesMs: readonly number[]): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await load();
    } catch {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, pauseMs);
      });
    }
  }
  return load();
}
