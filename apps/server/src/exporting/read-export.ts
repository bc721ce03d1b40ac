import { localise, readCards, readLevers, readMeta } from "@hefboom/board";
import type { ExportQuery } from "@hefboom/contract";
import type { ExportInput } from "@hefboom/export";
import type { RoomApi } from "@hefboom/sync";

import type { AccessStore } from "../access/access-store.ts";
import { translator } from "../texts/translate.ts";

interface Reading {
  room: Pick<RoomApi, "read" | "ownerOf">;
  store: Pick<AccessStore, "participants">;
  boardId: string;
  filter?: Pick<ExportQuery, "lever" | "kind">;
  /** Milliseconds since 1970. */
  now: number;
}

/** All that an export is made from; what may leave is decided by the export alone. */
export async function readExport(reading: Reading): Promise<ExportInput> {
  const { room, store, boardId, filter = {}, now } = reading;
  const board = await room.read((doc) => ({
    meta: readMeta(doc),
    levers: readLevers(doc),
    cards: readCards(doc),
  }));
  const { meta, levers, cards } = board;
  const owners = new Map(
    await Promise.all(cards.map(async ({ id }) => [id, await room.ownerOf(id)] as const)),
  );
  const people = await store.participants(boardId);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    title: localise(meta.title, meta.locale),
    locale: meta.locale,
    authors: meta.authors,
    groups: meta.groups,
    labelSets: meta.labelSets,
    levers,
    cards,
    filter,
    exportedAt: now,
    ownerOf: (cardId) => owners.get(cardId),
    nameOf: (personId) => names.get(personId),
    translate: translator(meta.locale),
  };
}
