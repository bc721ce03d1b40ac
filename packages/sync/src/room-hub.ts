import { createBoard, type NewBoard } from "@hefboom/board";
import { closeCode } from "@hefboom/contract/messages";
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

interface KeptRoom {
  readonly opening: Promise<Room>;
  /** Once it is open. */
  room?: Room;
  /** Milliseconds of `elapsed`. */
  usedAt: number;
}

/** Owns the open rooms: one per board, opened on demand, closed when nobody uses them. */
export class RoomHub implements RoomHubApi {
  readonly #rooms = new Map<string, KeptRoom>();
  /** Rooms that were let go and still store what they took in, by board. */
  readonly #closing = new Map<string, Promise<void>>();
  readonly #deps: RoomDeps;
  readonly #elapsed: () => number;
  #state: "open" | "closed" = "open";

  constructor(deps: RoomDeps) {
    this.#deps = deps;
    this.#elapsed = deps.elapsed ?? (() => performance.now());
  }

  async room(boardId: string): Promise<Room> {
    if (this.#state === "closed") throw new HubClosedError("the server is stopping");
    const kept = this.#rooms.get(boardId) ?? { opening: this.#open(boardId), usedAt: 0 };
    kept.usedAt = this.#elapsed();
    this.#rooms.set(boardId, kept);
    try {
      kept.room = await kept.opening;
      return kept.room;
    } catch (error) {
      if (this.#rooms.get(boardId) === kept) this.#rooms.delete(boardId); // next call retries
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
    if (room.isClosing) connection.close(closeCode.restart); // it was let go while this one came in
    return connection;
  }

  async closeSockets(boardId: string, which: (personId: string) => boolean): Promise<void> {
    const room = await this.#opened(boardId);
    room?.closeWhere(({ actor }) => which(actor.personId), "noAccess");
  }

  async renew(boardId: string): Promise<void> {
    const room = await this.#opened(boardId);
    if (room === undefined) return;
    await this.#letGo(boardId, room);
    room.closeWhere(({ isOwn }) => isOwn, "replicaOutOfDate");
    room.closeWhere(() => true, "restart");
  }

  async drop(boardId: string): Promise<void> {
    const room = await this.#opened(boardId);
    if (room === undefined) return;
    room.closeWhere(() => true, "noAccess");
    await this.#letGo(boardId, room);
  }

  /** To be called at least every 20 s: a sign of life to every socket, and rooms nobody uses are closed. */
  async heartbeat(): Promise<void> {
    const idle: (readonly [string, Room])[] = [];
    const now = this.#elapsed();
    for (const [boardId, kept] of this.#rooms) {
      const { room } = kept;
      if (room === undefined) continue; // it is being opened, and nobody waits for that here
      room.heartbeat();
      if (!room.isEmpty) kept.usedAt = now;
      else if (now - kept.usedAt > IDLE_MAX_MS) idle.push([boardId, room]);
    }
    await Promise.all(idle.map(([boardId, room]) => this.#letGo(boardId, room)));
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
    await Promise.all(this.#closing.values());
  }

  /** Not while the room before it still writes: each of the two would have to read the board again and again. */
  async #open(boardId: string): Promise<Room> {
    await this.#closing.get(boardId);
    return Room.open(boardId, this.#deps);
  }

  /** The open room of a board, if there is one; whoever asked for one that could not be opened was told. */
  async #opened(boardId: string): Promise<Room | undefined> {
    return this.#rooms.get(boardId)?.opening.catch(() => undefined);
  }

  /** Resolves when all that this room took in is stored; it takes nothing more, and the next who asks gets another one. */
  async #letGo(boardId: string, room: Room): Promise<void> {
    if (this.#rooms.get(boardId)?.room === room) this.#rooms.delete(boardId);
    const closing = room.close();
    this.#closing.set(boardId, closing);
    try {
      await closing;
    } finally {
      if (this.#closing.get(boardId) === closing) this.#closing.delete(boardId);
    }
  }
}
