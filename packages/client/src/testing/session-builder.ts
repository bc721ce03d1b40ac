import type { Actor } from "@hefboom/board";
import { anActor } from "@hefboom/board/testing";

import { BoardSession } from "../board-session.ts";
import type { BoardSessionOptions } from "../session-options.ts";
import type { FakeServer } from "./fake-server.ts";
import { MemoryStore } from "./memory-store.ts";

/** A session on `server`, connected when the running microtasks are done; its jitter is always in the middle. */
export function aSession(
  server: FakeServer,
  { actor = anActor(), ...changes }: Partial<BoardSessionOptions> & { actor?: Actor } = {},
): BoardSession {
  return new BoardSession({
    boardId: "b".repeat(20),
    socketUrl: "ws://test/sync",
    params: { as: actor.role },
    me: { personId: actor.personId, role: actor.role },
    store: new MemoryStore(),
    WebSocket: server.socketOf(actor),
    random: () => 0.5,
    ...changes,
  });
}
