import type { Role } from "@hefboom/board";
import type { StartedJob } from "@hefboom/contract";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

import { callApi } from "../../../api/call-api.ts";
import { waitForJob } from "./wait-for-job.ts";

type Clearing =
  | { readonly kind: "asking" }
  | { readonly kind: "busy" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly error: unknown };

/** Outside of every component: the board of a page is loaded anew when it is cleared, and all of them with it. */
const clearingStore = createStore<{ clearing: Clearing }>(() => ({ clearing: { kind: "asking" } }));

export function useClearing(): Clearing {
  return useStore(clearingStore, ({ clearing }) => clearing);
}

const set = (clearing: Clearing) => clearingStore.setState({ clearing });

/** What came of it has been read. */
export function endClearing(): void {
  if (clearingStore.getState().clearing.kind !== "busy") set({ kind: "asking" });
}

/** Clears the rehearsal of a board, and tells how far that is. Never rejects. */
export async function clearRehearsal({ boardId, role }: { boardId: string; role: Role }) {
  set({ kind: "busy" });
  try {
    const path = `/api/boards/${boardId}/clear`;
    const { job } = await callApi<StartedJob>({ method: "POST", path, role });
    await waitForJob({ job, role });
    set({ kind: "done" });
  } catch (error) {
    set({ kind: "failed", error });
  }
}
