import { newId } from "@hefboom/board";
import { encodeCommands } from "@hefboom/contract/messages";

import type { Writer } from "./bench-server.ts";
import { cardText, markedId, markedPlace } from "./card-facts.ts";

/** Writes as our own client does: commands, type 4. */
export function commandWriter(): Writer {
  const ownId = newId();
  let turn = 0;
  const create = (id: string, cardId: string) =>
    encodeCommands([{ op: "create", id, cardId, kind: "note", text: cardText, lever: "h01" }]);
  return {
    ownCardId: ownId,
    ownCard: () => create(newId(), ownId),
    create: (mark) => create(markedId(mark), markedId(mark)), // the answer names the mark too
    place(mark) {
      turn += 1;
      return encodeCommands([
        { op: "place", id: newId(), cardId: ownId, ...markedPlace(mark, turn) },
      ]);
    },
  };
}
