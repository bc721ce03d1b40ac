import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What stands open over, or beside, the board of who leads; one at a time. */
export type LeadDialog =
  | "clear"
  | "drafts"
  | "export"
  | "hands"
  | "join"
  | "lock"
  | "log"
  | "look"
  | "moderate"
  | "more"
  | "people"
  | "phases"
  | "plan"
  | "time"
  | "votes";

/** A phase to go to, after a question; `seq` is that of the phase that was seen when it was chosen. */
export interface PhaseAsked {
  readonly to: string;
  readonly seq: number;
}
interface LeadScreen {
  /** Whose screen this is; it outlives the components, which go when the board is loaded anew. */
  boardId: string | undefined;
  dialog: LeadDialog | undefined;
  phaseAsked: PhaseAsked | undefined;
  /** The server has not answered yet: a second press must not go one phase too far. */
  isChangingPhase: boolean;
  /** `seq` of the phase that this page began last: its notice says so already. */
  ownPhaseSeq: number | undefined;
}

const nothing: LeadScreen = {
  boardId: undefined,
  dialog: undefined,
  phaseAsked: undefined,
  isChangingPhase: false,
  ownPhaseSeq: undefined,
};
export const leadScreen = createStore<LeadScreen>(() => nothing);

/** Another board begins with nothing open. */
export function leadBoard(boardId: string): void {
  if (leadScreen.getState().boardId !== boardId) leadScreen.setState({ ...nothing, boardId });
}

export function useLeadScreen<T>(selector: (screen: LeadScreen) => T): T {
  return useStore(leadScreen, selector);
}

export const openLead = (dialog: LeadDialog) => leadScreen.setState({ dialog });
export const closeLead = () => leadScreen.setState({ dialog: undefined });
export const askForPhase = (phaseAsked: PhaseAsked | undefined) =>
  leadScreen.setState({ phaseAsked });
