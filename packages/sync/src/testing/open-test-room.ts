import { type Actor, elfHefbomen, type NewBoard, newId } from "@hefboom/board";
import { TEST_NOW } from "@hefboom/board/testing";

import { Connection, type ConnectionMode } from "../connection/connection.ts";
import { UNLIMITED } from "../limits/rate-limit.ts";
import { defaultRoomLimits, type RoomLimits } from "../limits/room-limits.ts";
import { Room } from "../room/room.ts";
import { RoomHub } from "../room-hub.ts";
import { FakeSocket } from "./fake-socket.ts";
import { MemoryBoardLog } from "./memory-board-log.ts";

export interface TestRoom {
  boardId: string;
  log: MemoryBoardLog;
  room: Room;
  troubles: unknown[];
  /** A second room on the same log, as another node would have it. */
  openAgain(): Promise<Room>;
  /** @param into default: the first room */
  connect(
    actor: Actor,
    mode?: ConnectionMode,
    socket?: FakeSocket,
    into?: Room,
  ): Promise<TestConnection>;
}
export interface TestConnection {
  socket: FakeSocket;
  connection: Connection;
}

/** A room with an empty board of the eleven levers, on a log in memory. */
export async function openTestRoom(
  changes: Partial<NewBoard> = {},
  limits: Partial<RoomLimits> = {},
  clocks: { elapsed?: () => number } = {},
): Promise<TestRoom> {
  const boardId = newId();
  const log = new MemoryBoardLog();
  const troubles: unknown[] = [];
  const deps = {
    log,
    now: () => TEST_NOW,
    report: (error: unknown) => troubles.push(error),
    limits: { ...defaultRoomLimits, ...limits },
    ...clocks,
  };
  log.addBoard(boardId);
  const hub = new RoomHub(deps);
  await hub.create(boardId, {
    title: { nl: "Proefbord" },
    locale: "nl",
    authors: "shown",
    template: elfHefbomen,
    now: TEST_NOW,
    ...changes,
  });
  const room = await Room.open(boardId, deps);
  const connect = async (
    actor: Actor,
    mode: ConnectionMode = { kind: "stock" },
    socket = new FakeSocket(),
    into = room,
  ) => {
    const person = { personId: actor.personId, hue: 10, isWatcher: actor.role === "viewer" };
    const connection = new Connection({
      room: into,
      socket,
      actor,
      person,
      mode,
      limits: UNLIMITED,
      now: deps.now,
    });
    await connection.open();
    return { socket, connection };
  };
  return { boardId, log, room, troubles, openAgain: () => Room.open(boardId, deps), connect };
}
