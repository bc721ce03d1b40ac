import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

import type { Block } from "../cluster/arrange.ts";

/** What this page shows of votes beside the board itself. */
interface VoteScreen {
  /** Why the last vote did not count, until the next one. */
  readonly refusal: string | undefined;
  /** The person chose to read what got the most votes first: how cards are put in that order. */
  readonly sort: ((blocks: readonly Block[]) => readonly Block[]) | undefined;
}
const voteStore = createStore<VoteScreen>(() => ({ refusal: undefined, sort: undefined }));

export function useVoteScreen<T>(selector: (screen: VoteScreen) => T): T {
  return useStore(voteStore, selector);
}

export const setRefusal = (refusal: string | undefined) => voteStore.setState({ refusal });
export const setSort = (sort: VoteScreen["sort"]) => voteStore.setState({ sort });
