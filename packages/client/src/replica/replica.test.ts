import { readCards } from "@hefboom/board";
import { aBoard, aCreate, anActor } from "@hefboom/board/testing";
import { closeCode, encodeReached } from "@hefboom/contract/messages";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { aSession, FakeServer, MemoryReplicaStore } from "../testing/index.ts";
import type { FetchedState } from "./fetched-state.ts";
import type { StoredReplica } from "./replica-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const UNTIL_WRITTEN_MS = 2_500;

/** What is stored, as a document. */
function docOf({ chunks }: StoredReplica): Y.Doc {
  const doc = new Y.Doc();
  for (const { format, updates } of chunks) {
    const apply = format === "v2" ? Y.applyUpdateV2 : Y.applyUpdate;
    for (const update of updates) apply(doc, update);
  }
  return doc;
}

function stateOf(server: FakeServer): FetchedState {
  const update = Y.encodeStateAsUpdateV2(server.board.doc);
  const body = new Uint8Array(4 + update.byteLength);
  new DataView(body.buffer).setUint32(0, update.byteLength);
  body.set(update, 4);
  return { epoch: server.epoch, seq: server.seq, body };
}

it("takes the content from the state, and only the rest from the socket", async () => {
  const server = new FakeServer();
  server.board.do(anActor(), aCreate());
  const fetchState = vi.fn(async () => stateOf(server));

  await using session = aSession(server, { fetchState });
  await settle();

  expect(server.connections).toEqual([`1.${server.seq}`]);
  expect(session.view.isLoaded).toBe(true);
  expect(session.view.cards.size).toBe(1);
});

it.each([
  ["fails", () => Promise.reject(new Error("500"))],
  ["is no list of parts", async () => ({ epoch: 1, seq: 1, body: Uint8Array.of(0, 0, 9, 9, 1) })],
  ["is empty", async () => ({ epoch: 1, seq: 1, body: new Uint8Array() })],
  ["is no content", async () => ({ epoch: 1, seq: 1, body: Uint8Array.of(0, 0, 0, 2, 77, 88) })],
])("has the socket bring everything when the state %s", async (_how, fetchState) => {
  const server = new FakeServer();
  server.board.do(anActor(), aCreate());

  await using session = aSession(server, { fetchState });
  await settle();

  expect(server.connections).toEqual([undefined]);
  expect(session.view.cards.size).toBe(1);
});

it("shows nothing before the server has named the epoch of what this device holds", async () => {
  const server = new FakeServer();
  const replicaStore = new MemoryReplicaStore();
  server.board.do(anActor(), aCreate());
  const { epoch, seq, body } = stateOf(server);
  replicaStore.stored = { epoch, seq, chunks: [{ format: "v2", updates: [body.subarray(4)] }] };
  server.isDown = true;

  await using session = aSession(server, { replicaStore });
  await settle();
  const withoutServer = session.view.isLoaded;
  server.isDown = false;
  await vi.advanceTimersByTimeAsync(5_000);

  expect(withoutServer).toBe(false);
  expect(session.view.isLoaded).toBe(true);
  expect(server.connections).toEqual([`1.${server.seq}`]);
});

it("shows what it kept as soon as the server has named its epoch, before the rest has come", async () => {
  const server = new FakeServer();
  const replicaStore = new MemoryReplicaStore();
  server.board.do(anActor(), aCreate());
  const { epoch, seq, body } = stateOf(server);
  replicaStore.stored = { epoch, seq, chunks: [{ format: "v2", updates: [body.subarray(4)] }] };
  vi.spyOn(server, "connecting").mockImplementation((socket) => {
    socket.open();
    socket.deliver(encodeReached(epoch, seq + 1));
  });

  await using session = aSession(server, { replicaStore });
  await settle();

  expect(session.view.isLoaded).toBe(true);
  expect(session.view.cards.size).toBe(1);
  expect(session.view.connection.state).toBe("connecting");
});

it("never shows words of an older epoch, and keeps what is unsent", async () => {
  const server = new FakeServer();
  const replicaStore = new MemoryReplicaStore();
  const erased = new FakeServer(aBoard());
  erased.board.do(anActor(), aCreate({ text: "gewist" }));
  const { seq, body } = stateOf(erased);
  replicaStore.stored = { epoch: 1, seq, chunks: [{ format: "v2", updates: [body.subarray(4)] }] };
  server.epoch = 2;
  const seen = new Set<string>();

  await using session = aSession(server, { replicaStore, fetchState: async () => stateOf(server) });
  session.subscribe(() => {
    if (session.view.isLoaded) for (const { text } of session.view.cards.values()) seen.add(text);
  });
  session.create({ kind: "note", text: "nieuw", lever: "h01" });
  await vi.advanceTimersByTimeAsync(UNTIL_WRITTEN_MS);

  expect([...seen]).toEqual(["nieuw"]);
  expect(server.connections).toEqual([`1.${seq}`, "2.1"]);
  expect(readCards(docOf(replicaStore.stored)).map(({ text }) => text)).toEqual(["nieuw"]);
  expect(replicaStore.stored.epoch).toBe(2);
});

it("has the socket bring everything when the state is of an older epoch", async () => {
  const server = new FakeServer();
  const stale = stateOf(server);
  server.epoch = 2;

  await using session = aSession(server, { fetchState: async () => stale });
  await vi.advanceTimersByTimeAsync(60_000);

  expect(server.connections).toEqual(["1.1", "1.1", undefined]);
  expect(session.view.isLoaded).toBe(true);
});

it("keeps what the server sends, at a place that its content has reached", async () => {
  const server = new FakeServer();
  const replicaStore = new MemoryReplicaStore();
  const fetchState = async () => stateOf(server);
  const before = aSession(server, { replicaStore, fetchState });
  await settle();
  for (let minute = 0; minute < 20; minute += 1) {
    server.board.do(anActor(), aCreate());
    await vi.advanceTimersByTimeAsync(minute * 200);
    const { stored } = replicaStore;
    if (stored !== undefined) expect(readCards(docOf(stored)).length).toBe(stored.seq - 1);
  }
  await before.rest();
  await before[Symbol.asyncDispose]();
  server.board.do(anActor(), aCreate());

  await using after = aSession(server, { replicaStore, fetchState });
  await settle();

  expect(server.connections.at(-1)).toBe("1.21");
  expect(after.view.cards.size).toBe(21);
});

it("writes seldom in a busy room, and at once when the page is hidden", async () => {
  const server = new FakeServer();
  const replicaStore = new MemoryReplicaStore();
  const writes = [vi.spyOn(replicaStore, "replace"), vi.spyOn(replicaStore, "append")];
  await using session = aSession(server, { replicaStore });
  await settle();
  for (let step = 0; step < 100; step += 1) {
    server.board.do(anActor(), aCreate());
    await vi.advanceTimersByTimeAsync(300);
  }
  const inHalfAMinute = replicaStore.stored?.chunks.length ?? 0;

  server.board.do(anActor(), aCreate());
  await vi.advanceTimersByTimeAsync(1);
  await session.rest();

  expect(inHalfAMinute).toBeLessThanOrEqual(4);
  expect(replicaStore.stored?.seq).toBe(server.seq);
  expect(writes.some((spy) => spy.mock.calls.length > 0)).toBe(true);
});

it("does not mix what two pages keep", async () => {
  const server = new FakeServer();
  const replicaStore = new MemoryReplicaStore();
  await using first = aSession(server, { replicaStore });
  await using second = aSession(server, { replicaStore });
  await settle();

  for (let step = 0; step < 10; step += 1) {
    server.board.do(anActor(), aCreate());
    await vi.advanceTimersByTimeAsync(1_700);
  }
  await Promise.all([first.rest(), second.rest()]);

  const { stored = { epoch: 0, seq: 0, chunks: [] } } = replicaStore;
  expect(docOf(stored).store.pendingStructs).toBeNull();
  expect(readCards(docOf(stored)).length).toBeGreaterThanOrEqual(stored.seq - 1);
});

it("goes on without, when storage is denied, hangs or fills up", async () => {
  const server = new FakeServer();
  const denied = new MemoryReplicaStore();
  denied.isDenied = true;
  const hanging = new MemoryReplicaStore();
  hanging.load = () => new Promise(() => undefined);
  const filling = new MemoryReplicaStore();
  const stores = [denied, hanging, filling];
  const sessions = stores.map((replicaStore) => aSession(server, { replicaStore }));
  await vi.advanceTimersByTimeAsync(3_000);
  filling.isDenied = true;

  server.board.do(anActor(), aCreate());
  await vi.advanceTimersByTimeAsync(15_000);

  for (const session of sessions) {
    expect(session.view.cards.size).toBe(1);
    await session[Symbol.asyncDispose]();
  }
});

it("forgets the board when the person has no access any more", async () => {
  const server = new FakeServer();
  const replicaStore = new MemoryReplicaStore();
  await using session = aSession(server, { replicaStore });
  await vi.advanceTimersByTimeAsync(UNTIL_WRITTEN_MS);
  const kept = replicaStore.stored;

  server.drop(closeCode.noAccess);
  await settle();

  expect(kept).toBeDefined();
  expect(replicaStore.stored).toBeUndefined();
  expect(session.view.connection.state).toBe("closed");
});
