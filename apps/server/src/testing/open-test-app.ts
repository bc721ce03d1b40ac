import { defaultRoomLimits, RoomHub } from "@hefboom/sync";
import type { FastifyInstance } from "fastify";
import { Registry } from "prom-client";

import { hashOf } from "../access/secret.ts";
import { type OpenDatabase, openDatabase } from "../adapters/open-database.ts";
import { SqliteAccessStore } from "../adapters/sqlite-access-store.ts";
import { SqliteBoardLog } from "../adapters/sqlite-board-log.ts";
import { SqliteErasureStore } from "../adapters/sqlite-erasure-store.ts";
import { buildApp } from "../app.ts";
import { refillBoard } from "../boards/refill-board.ts";
import { type Config, readConfig } from "../config.ts";
import { Eraser } from "../erasing/eraser.ts";
import type { Health } from "../http/health/health-routes.ts";
import { createServices, type Services } from "../http/services.ts";
import { collectBoard } from "../snapshots/collect-board.ts";
import { StateReader } from "../snapshots/state-reader.ts";
import { SnapshotWorker } from "../snapshots/thread/snapshot-worker.ts";

export const TEST_ORGANISER_KEY = "organiser-key-of-tests-0123456789";
export const organiser = { authorization: `Bearer ${TEST_ORGANISER_KEY}` };
/** What a page of ours sends along with a POST. */
export const OWN_ORIGIN = "http://localhost:80";

export interface TestApp extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly health: Health;
  readonly clock: { now: number };
  /** What everything is stored in; for tests of what is left there. */
  readonly database: OpenDatabase;
  /** Collects a board's log, as it happens when it has grown long. */
  collect(boardId: string): Promise<unknown>;
}

/** The whole of HTTP on a database in memory, with the real rooms. */
export async function openTestApp(
  environment: Record<string, string> = {},
  options: { webRoot?: string } = {},
): Promise<TestApp> {
  const config: Config = readConfig({ LOG_LEVEL: "silent", ...environment });
  const clock = { now: 1_750_000_000_000 };
  const now = () => clock.now;
  const database = await openDatabase(":memory:");
  const log = new SqliteBoardLog(database.sqlite, now);
  const report = (error: unknown) => {
    throw error;
  };
  const hub = new RoomHub({ log, now, report, limits: defaultRoomLimits });
  const worker = new SnapshotWorker();
  const collect = (boardId: string) => collectBoard({ log, worker }, boardId);
  const states = new StateReader({ boards: log, worker, now });
  const services = servicesOn(database, { config, hub, now, states, report, collect });
  const health: Health = { state: "serving" };
  const app = await buildApp({
    config,
    services,
    health,
    metrics: new Registry(),
    webRoot: options.webRoot ?? "/nowhere",
    version: "0.0.0",
  });
  return {
    app,
    services,
    health,
    clock,
    database,
    collect,
    async [Symbol.asyncDispose]() {
      await services.eraser[Symbol.asyncDispose]();
      await app.close();
      await hub[Symbol.asyncDispose]();
      await worker[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

interface Ground {
  config: Config;
  hub: RoomHub;
  states: StateReader;
  now(): number;
  report(error: unknown): void;
  collect(boardId: string): Promise<unknown>;
}

function servicesOn(database: OpenDatabase, { report, collect, ...ground }: Ground): Services {
  const { hub, now } = ground;
  const store = new SqliteAccessStore(database);
  const erasures = new SqliteErasureStore(database);
  const eraser = new Eraser({
    hub,
    now,
    report,
    store: erasures,
    collect,
    refill: (boardId) => refillBoard({ hub, store }, boardId),
    remember: () => undefined,
  });
  return createServices({
    ...ground,
    eraser,
    erasures,
    store,
    organiserKeyHash: hashOf(TEST_ORGANISER_KEY),
    port: () => 3_000,
    interfaces: () => ({}),
  });
}
