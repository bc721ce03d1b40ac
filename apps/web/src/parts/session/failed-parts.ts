import { createStore } from "zustand/vanilla";

/** Fetches a part once more. */
type Retry = () => void;

/** Parts of the page that could not be fetched, each by what fetches it again. */
export const failedParts = {
  store: createStore<{ retries: readonly Retry[] }>(() => ({ retries: [] })),

  add(retry: Retry): void {
    this.store.setState(({ retries }) => ({ retries: [...retries, retry] }));
  },

  retryAll(): void {
    const { retries } = this.store.getState();
    this.store.setState({ retries: [] });
    for (const retry of retries) retry();
  },
};
