import { aCreate, anActor } from "@hefboom/board/testing";
import { messageType } from "@hefboom/contract/messages";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { aSession, FakeServer } from "../testing/index.ts";
import { ReplicaLink } from "./replica-link.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);

it("sends nothing for what the server sent, while own commands still go out", async () => {
  const server = new FakeServer();
  const received = vi.spyOn(server, "received");
  await using session = aSession(server);
  await settle();
  received.mockClear();

  server.board.do(anActor(), aCreate());
  await settle();
  const forOthers = received.mock.calls.length;
  const cardId = session.create({ kind: "note", text: "Van mij", lever: "h01" });
  await settle();

  const types = received.mock.calls.map(([, bytes]) => bytes[0]);
  expect(forOthers).toBe(0);
  expect(session.view.cards.get(cardId)?.saving).toBe("saved");
  expect(types).toContain(messageType.commands);
  expect(types).not.toContain(messageType.sync);
});

it("encodes no update of its content, and sends none", async () => {
  const server = new FakeServer();
  const link = aLink(server);
  link.connect();
  await settle();
  const received = vi.spyOn(server, "received");
  server.board.do(anActor(), aCreate());
  const update = Y.encodeStateAsUpdate(server.board.doc);

  await link.fill({ epoch: 1, seq: server.seq, chunks: [{ format: "v1", updates: [update] }] });
  await settle();

  expect(received).not.toHaveBeenCalled();
  expect(link.doc._observers.has("update")).toBe(false); // Yjs encodes as soon as somebody listens
  link.destroy();
});

it.each(["null", "3", '"staff"', "[]", "{}", '{"now":"later"}'])(
  "ignores a message beside the document that says %s",
  async (json) => {
    const server = new FakeServer();
    await using session = aSession(server);
    await settle();
    const before = session.view;
    const message = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, messageType.aside);
      encoding.writeVarString(encoder, json);
    });

    for (const socket of server.sockets) socket.deliver(message);
    await settle();

    expect(session.view).toBe(before);
    expect(session.serverNow()).toBe(Date.now());
  },
);

/** A link whose owner listens to nothing. */
function aLink(server: FakeServer): ReplicaLink {
  const WebSocket = server.socketOf(anActor());
  const target = { boardId: "b".repeat(20), socketUrl: "ws://test/sync", params: {}, WebSocket };
  return new ReplicaLink(target, {
    onConfirmed: vi.fn(),
    onUpdate: vi.fn(),
    onReached: vi.fn(),
    onSynced: vi.fn(),
    onMessage: vi.fn(),
    onGap: vi.fn(),
    onAnswers: vi.fn(),
    onAside: vi.fn(),
    onClosed: vi.fn(),
  });
}
