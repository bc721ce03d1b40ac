import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/**
 * How this page stands with what the facilitator points at.
 * - `offered`: it did not go along, because somebody was writing or had just come in;
 * - `returned`: the person went back to where they were;
 * - `strayed`: they went elsewhere by themselves.
 */
type FollowState = "none" | "offered" | "following" | "returned" | "strayed";
interface Follow {
  readonly state: FollowState;
  /** The spotlight it is about; pointing at the same thing again is another one. */
  readonly seq: number | undefined;
}

const followStore = createStore<Follow>(() => ({ state: "none", seq: undefined }));

export function useFollow(): Follow {
  return useStore(followStore);
}

export const setFollow = (follow: Partial<Follow>) => followStore.setState(follow);
