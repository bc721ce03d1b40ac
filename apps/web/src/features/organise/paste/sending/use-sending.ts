import { useState } from "react";

import { type RefusedCard, type SendingCard, sendCards } from "./send-cards.ts";

export type Sending =
  | { readonly kind: "none" }
  | { readonly kind: "busy"; readonly sent: number; readonly all: number }
  | { readonly kind: "failed"; readonly error: unknown; readonly cards: readonly SendingCard[] }
  | { readonly kind: "done"; readonly saved: number; readonly refused: readonly RefusedCard[] };

/** Sends pasted cards, and again after a failure; a card that had come through is not made twice. */
export function useSending(boardId: string, onDone: () => Promise<void>) {
  const [sending, setSending] = useState<Sending>({ kind: "none" });
  const send = async (cards: readonly SendingCard[]) => {
    const all = cards.length;
    setSending({ kind: "busy", sent: 0, all });
    try {
      const onSent = (sent: number) => setSending({ kind: "busy", sent, all });
      const refused = await sendCards(cards, { boardId, onSent });
      setSending({ kind: "done", saved: all - refused.length, refused });
    } catch (error) {
      return setSending({ kind: "failed", error, cards });
    }
    await onDone();
  };
  return { sending, send };
}
