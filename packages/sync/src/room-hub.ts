import { createBoard, type NewBoard } from "@hefboom/board";
import * as Y from "yjs";

import { Connection, type ConnectionOptions } from "./connection/connection.ts";
import { Room, type RoomDeps } from "./room/room.ts";
import type { RoomHubApi } from "./room-api.ts";

/** Told to callers after dispose. */
export class HubClosedError extends Error {
  override readonly name = "HubClosedError";
  readonly code = "HUB_CLOSED";
}

/** A room nobody uses is kept this long, in ms, for whoever comes back. */
const IDLE_MAX_MS = 60_000;

/** Owns the open rooms: one per board, opened on demand, closed when nobody uses them. */
export class RoomHub implements RoomHubApi {
  readonly #rooms = new Map<string, { opening: Promise<Room>; usedAt: number }>();
  readonly #deps: RoomDeps;
  readonly #elapsed: () => number;
  #state: "open" | "closed" = "open";

  constructor(deps: RoomDeps) {
    this.#deps = deps;
    this.#elapsed = deps.elapsed ?? (() => performance.now());
  }

  async room(boardId: string): Promise<Room> {
    if (this.#state === "closed") throw new HubClosedError("the server is stopping");
    const known = this.#rooms.get(boardId);
    const usedAt = this.#elapsed();
    const opening = known?.opening ?? Room.open(boardId, this.#deps);
    this.#rooms.set(boardId, { opening, usedAt });
    try {
      return await opening;
    } catch (error) {
      if (this.#rooms.get(boardId)?.opening === opening) this.#rooms.delete(boardId); // next call retries
      throw error;
    }
  }

  async create(boardId: string, board: NewBoard): Promise<void> {
    const doc = new Y.Doc();
    createBoard(doc, board);
    const update = Y.encodeStateAsUpdate(doc);
    const rows = {
      owners: [],
      events: [],
      doneCommands: [],
      binned: [],
      restored: [],
      clients: [],
      acts: [],
    };
    await this.#deps.log.append(boardId, 0, { update, ...rows });
    doc.destroy();
  }

  /** Lets a socket into a board's room. */
  async connect(
    boardId: string,
    options: Omit<ConnectionOptions, "room" | "now">,
  ): Promise<Connection> {
    const room = await this.room(boardId);
    const connection = new Connection({ ...options, room, now: this.#elapsed });
    await connection.open();
    return connection;
  }

  async closeSockets(boardId: string, which: (personId: string) => boolean): Promise<void> {
    const room = await this.#rooms.get(boardId)?.opening;
    room?.closeWhere(({ actor }) => which(actor.personId), "noAccess");
  }

  async renew(boardId: string): Promise<void> {
    const room = await this.#rooms.get(boardId)?.opening;
    this.#rooms.delete(boardId);
    await room?.idle();
    room?.closeWhere(({ isOwn }) => isOwn, "replicaOutOfDate");
    room?.closeWhere(() => true, "restart");
  }

  /** Forgets a board that was erased; its sockets are closed. */
  async drop(boardId: string): Promise<void> {
    const room = await this.#rooms.get(boardId)?.opening;
    this.#rooms.delete(boardId);
    room?.closeWhere(() => true, "noAccess");
  }

  /** To be called at least every 20 s: a sign of life to every socket, and rooms nobody uses are closed. */
  async heartbeat(): Promise<void> {
    for (const [boardId, { opening, usedAt }] of [...this.#rooms]) {
      const room = await opening.catch(() => undefined); // whoever asked for it was told
      if (room === undefined) continue;
      room.heartbeat();
      const now = this.#elapsed();
      if (!room.isEmpty) this.#rooms.set(boardId, { opening, usedAt: now });
      else if (now - usedAt > IDLE_MAX_MS) {
        this.#rooms.delete(boardId);
        await room.close();
      }
    }
  }

  /** Refuses what comes, stores what came, and says "restart" to every socket. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#state = "closed";
    const rooms = await Promise.allSettled([...this.#rooms.values()].map(({ opening }) => opening));
    for (const room of rooms) {
      if (room.status !== "fulfilled") continue;
      await room.value.close();
      room.value.closeWhere(() => true, "restart");
    }
    this.#rooms.clear();
  }
}
