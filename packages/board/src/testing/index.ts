export { BoardInMemory } from "./board-in-memory.ts";
export { aBoard, aCreate, anActor, aPlan, beginPhaseOn, TEST_NOW } from "./builders.ts";
