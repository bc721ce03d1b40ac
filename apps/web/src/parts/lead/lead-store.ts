import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What this page did for the whole room, or what was refused, until it has been read. */
export interface LeadNotice {
  /** The same while one thing is done, taken back and done again, so that the focus stays on its button. */
  readonly seq: number;
  readonly words: string;
  readonly state: "done" | "takenBack" | "failed";
  /** Command that a press takes back; `undefined`: nothing can be. */
  readonly command: string | undefined;
}

const noticeStore = createStore<{ notice: LeadNotice | undefined; seq: number }>(() => ({
  notice: undefined,
  seq: 0,
}));

export function useLeadNotice(): LeadNotice | undefined {
  return useStore(noticeStore, ({ notice }) => notice);
}

export const lastNoticeSeq = () => noticeStore.getState().seq;

export function tell(notice: Omit<LeadNotice, "seq">): void {
  noticeStore.setState(({ seq }) => ({ notice: { ...notice, seq: seq + 1 }, seq: seq + 1 }));
}

/** Says what became of the notice that is shown, unless there is another by now. */
export function tellMore({ seq }: LeadNotice, more: Partial<Omit<LeadNotice, "seq">>): void {
  noticeStore.setState(({ notice }) =>
    notice?.seq === seq ? { notice: { ...notice, ...more } } : {},
  );
}

export const closeNotice = () => noticeStore.setState({ notice: undefined });
