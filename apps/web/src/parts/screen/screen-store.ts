import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What this page shows beside the board itself; nobody else sees it. */
interface ScreenState {
  openCardId: string | undefined;
  /** What of the open card has the focus first. */
  openCardAt: "card" | "move";
  /** The composer is open, with this lever chosen beforehand; `undefined`: none. */
  composer: { lever: string | null | undefined } | undefined;
  /** Card to bring into view once, because this person has just made or moved it. */
  cardToShow: string | undefined;
  /** Cards that this person moved or deleted here: lists follow at once instead of waiting for a tap. */
  touchedHere: ReadonlySet<string>;
  /** The card that this person deleted last, while the page offers to take that back, and whether they did. */
  deletion: { readonly cardId: string; readonly state: "deleted" | "takenBack" } | undefined;
  /** The canvas is seen from so far that it shows no buttons to vote with. */
  isTooFarToVote: boolean;
  /** Sentence for screen readers, said once. */
  announcement: string;
}

export const screenStore = createStore<ScreenState>(() => ({
  openCardId: undefined,
  openCardAt: "card",
  composer: undefined,
  cardToShow: undefined,
  touchedHere: new Set(),
  deletion: undefined,
  isTooFarToVote: false,
  announcement: "",
}));

export function useScreen<T>(selector: (state: ScreenState) => T): T {
  return useStore(screenStore, selector);
}

export const openCard = (cardId: string, openCardAt: "card" | "move" = "card") =>
  screenStore.setState({ openCardId: cardId, openCardAt });
export const closeCard = () => screenStore.setState({ openCardId: undefined });
export const openComposer = (lever?: string | null) =>
  screenStore.setState({ composer: { lever } });
export const closeComposer = () => screenStore.setState({ composer: undefined });

/** A card is shown for this long; who comes back to its list later finds it as any other. */
const SHOWN_MS = 2_500;

export function showCard(cardId: string | undefined): void {
  screenStore.setState({ cardToShow: cardId });
  setTimeout(() => {
    if (screenStore.getState().cardToShow === cardId)
      screenStore.setState({ cardToShow: undefined });
  }, SHOWN_MS);
}

export function touchCard(cardId: string): void {
  screenStore.setState(({ touchedHere }) => ({ touchedHere: new Set([...touchedHere, cardId]) }));
}

export const offerUndo = (cardId: string) =>
  screenStore.setState({ deletion: { cardId, state: "deleted" } });
export const noteTakenBack = (cardId: string) =>
  screenStore.setState({ deletion: { cardId, state: "takenBack" } });
export const closeUndo = () => screenStore.setState({ deletion: undefined });

export const setTooFarToVote = (isTooFarToVote: boolean) =>
  screenStore.setState({ isTooFarToVote });

/** Says a sentence to screen readers without moving the focus; the same sentence twice is said twice. */
export function announce(sentence: string): void {
  screenStore.setState(({ announcement }) => ({
    announcement: announcement === sentence ? `${sentence}\u00a0` : sentence,
  }));
}
