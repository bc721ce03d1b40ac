export { BoardInMemory } from "./board-in-memory.ts";
export { aBoard, aCreate, anActor, TEST_NOW } from "./builders.ts";
