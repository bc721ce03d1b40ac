export { aBoard, aCreate, anActor, TEST_NOW } from "./builders.ts";
