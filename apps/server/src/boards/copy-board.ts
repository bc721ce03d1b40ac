import type { AccessStore, BoardRecord } from "../access/access-store.ts";
import type { BoardHub, BoardOffice, MadeBoard } from "./board-office.ts";
import { shapeOf } from "./board-shape.ts";
import type { EssayShelf } from "./essay-shelf.ts";

interface Copying {
  store: Pick<AccessStore, "eraseBoard">;
  hub: Pick<BoardHub, "room" | "drop">;
  office: Pick<BoardOffice, "make">;
  essays: Pick<EssayShelf, "copy">;
}

/** A new board of the same shape, with the same essay and nothing of any person. */
export async function copyBoard(
  { store, hub, office, essays }: Copying,
  { id, locale }: BoardRecord,
  title: string,
): Promise<MadeBoard> {
  const shape = await (await hub.room(id)).read(shapeOf);
  const made = await office.make({ ...shape, title, locale });
  try {
    await essays.copy(id, made.board.id);
  } catch (error) {
    await store.eraseBoard(made.board.id); // nobody knows its keys
    await hub.drop(made.board.id);
    throw error;
  }
  return made;
}
