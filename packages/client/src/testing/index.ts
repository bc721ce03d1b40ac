export { FakeBoard } from "./fake-board.ts";
export { FakePage } from "./fake-page.ts";
export { FakeServer } from "./fake-server.ts";
export { FakeSocket, type SocketPeer } from "./fake-socket.ts";
export { MemoryReplicaStore } from "./memory-replica-store.ts";
export { MemoryStore } from "./memory-store.ts";
export { aSession } from "./session-builder.ts";
