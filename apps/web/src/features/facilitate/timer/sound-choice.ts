import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

import { prepareSound } from "./two-tones.ts";

const CHOICE_KEY = "hefboom:timer-sound";

/** Whether this device sounds when the time is over. */
const soundStore = createStore(() => ({ isOn: storedChoice() !== "off" }));

export const isSoundOn = () => soundStore.getState().isOn;

export function useSoundChoice(): boolean {
  return useStore(soundStore, ({ isOn }) => isOn);
}

export function chooseSound(isOn: boolean): void {
  soundStore.setState({ isOn });
  try {
    localStorage.setItem(CHOICE_KEY, isOn ? "on" : "off");
  } catch {
    // Storage may be denied; the choice then holds for this page only.
  }
}

/** Makes the sound ready at the first press on this page; before it a page must be silent. */
export function useSoundReady(): void {
  useEffect(() => {
    const stop = new AbortController();
    const prepare = () => {
      if (isSoundOn()) prepareSound();
      stop.abort();
    };
    document.addEventListener("pointerup", prepare, { signal: stop.signal });
    document.addEventListener("keydown", prepare, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

function storedChoice(): string | null {
  try {
    return localStorage.getItem(CHOICE_KEY);
  } catch {
    return null; // storage denied
  }
}
