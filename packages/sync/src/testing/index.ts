export { boardLogSuite } from "./board-log-suite.ts";
export { FakeSocket } from "./fake-socket.ts";
export { attacks } from "./gate-attacks/attacks.ts";
export { GateBench, updateOf } from "./gate-bench.ts";
export { runGateFuzz } from "./gate-fuzz/gate-fuzz.ts";
export { TypingHall } from "./gate-typing.ts";
export { anEntry, appendMany, type LogUnderTest } from "./log-suites/log-under-test.ts";
export { MemoryBoardLog } from "./memory-board-log.ts";
export { openTestRoom, type TestConnection, type TestRoom } from "./open-test-room.ts";
