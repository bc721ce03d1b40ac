import { type Actor, elfHefbomen, newId } from "@hefboom/board";

import type { AccessStore } from "../access/access-store.ts";
import type { BoardHub, BoardOffice, MadeBoard } from "../boards/board-office.ts";
import { sampleCards } from "./sample-cards.ts";

const SETTING = "sample-made";

interface SampleDeps {
  store: Pick<AccessStore, "boards" | "setting" | "putSetting">;
  office: Pick<BoardOffice, "make">;
  hub: Pick<BoardHub, "room">;
}

/**
 * The sample workshop of a first start.
 * @returns `undefined` when there are boards, or the sample was made before: once erased it stays away
 */
export async function makeSample({
  store,
  office,
  hub,
}: SampleDeps): Promise<MadeBoard | undefined> {
  if ((await store.setting(SETTING)) !== undefined || (await store.boards()).length > 0) {
    return undefined;
  }
  const made = await office.make({
    title: "Voorbeeld: zo kleuren wij de buurt",
    locale: "nl",
    authors: "shown",
    template: elfHefbomen,
  });
  await store.putSetting(SETTING, made.board.id);
  const writer: Actor = { personId: newId(), role: "facilitator", consent: "anonymous" };
  const commands = sampleCards.map((card) => ({
    ...card,
    op: "create",
    id: newId(),
    cardId: newId(),
    lang: "nl",
    consent: "anonymous",
    ...(card.speaker !== undefined && { speakerAgrees: true }),
  }));
  const answers = await (await hub.room(made.board.id)).submit(writer, commands);
  const refused = answers.find((answer) => "refused" in answer);
  if (refused !== undefined)
    throw new Error("a card of the sample was refused", { cause: refused });
  return made;
}
