import type { AccessStore } from "../access/access-store.ts";
import type { MadeBoard } from "../boards/board-office.ts";
import type { Workshop } from "./announcement.ts";

/** The workshop whose join link a start shows: the sample that was just made, else the newest one. */
export async function findWorkshop(
  store: Pick<AccessStore, "boards">,
  sample: MadeBoard | undefined,
): Promise<Workshop | undefined> {
  if (sample === undefined) return (await store.boards())[0];
  return { ...sample.board, facilitatorKey: sample.facilitatorKey };
}
