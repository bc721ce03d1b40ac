import type { AccessStore } from "../access/access-store.ts";
import { personShown } from "../joining/person-shown.ts";
import type { BoardHub } from "./board-office.ts";
import { EssayShelf } from "./essay-shelf.ts";

interface Refilling {
  store: Pick<AccessStore, "essay" | "putEssay" | "participants">;
  hub: Pick<BoardHub, "room">;
}

/** What is on a board when its rehearsal was cleared: the essay's quotes, and who came in while it was being cleared. */
export async function refillBoard({ store, hub }: Refilling, boardId: string): Promise<void> {
  await new EssayShelf({ store, hub }).layOut(boardId);
  const room = await hub.room(boardId);
  for (const participant of await store.participants(boardId)) {
    await room.welcome(participant.id, personShown(participant));
  }
}
