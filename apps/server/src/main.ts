import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { RoomHub } from "@hefboom/sync";
import closeWithGrace from "close-with-grace";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";

import { addressReader } from "./access/client-address.ts";
import { hashOf, newSecret } from "./access/secret.ts";
import { type DataFolder, openDataFolder } from "./adapters/data-folder.ts";
import { fillWal } from "./adapters/fill-wal.ts";
import { openDatabase } from "./adapters/open-database.ts";
import { SqliteAccessStore } from "./adapters/sqlite-access-store.ts";
import { SqliteBoardLog } from "./adapters/sqlite-board-log.ts";
import { SqliteErasureStore } from "./adapters/sqlite-erasure-store.ts";
import { buildApp } from "./app.ts";
import { refillBoard } from "./boards/refill-board.ts";
import { type Config, readConfig } from "./config.ts";
import { Eraser } from "./erasing/eraser.ts";
import { rememberErasure } from "./erasing/erasure-list.ts";
import type { Health } from "./http/health/health-routes.ts";
import { createServices, type Services } from "./http/services.ts";
import { makeSample } from "./sample/make-sample.ts";
import { collectBoard } from "./snapshots/collect-board.ts";
import { Compactor } from "./snapshots/compactor.ts";
import { StateReader } from "./snapshots/state-reader.ts";
import { thinBoard } from "./snapshots/thin-board.ts";
import { SnapshotWorker } from "./snapshots/thread/snapshot-worker.ts";
import { announcement } from "./start/announcement.ts";
import { findWorkshop } from "./start/find-workshop.ts";
import { explainStart } from "./start/start-error.ts";
import { type PassingStore, WarmUp } from "./start/warm-up.ts";
import { steadyClock } from "./steady-clock.ts";
import { DailySweeper } from "./sweeping/daily-sweeper.ts";
import { attachSockets } from "./ws/attach-sockets.ts";
import { DamageLog } from "./ws/damage-log.ts";

/** Longest time that a stop may take, in ms: what is in flight is stored, sockets are told, then the process goes. */
const STOP_MS = 8_000;

interface Running {
  config: Config;
  app: FastifyInstance;
  services: Services;
  organiserKey: string;
  health: Health;
  warmUp: WarmUp;
  /** Everything that was opened, to be closed in reverse. */
  opened: AsyncDisposableStack;
}

async function main(): Promise<void> {
  // Whoever read along is gone (a closed terminal, `| head`): no reason to stop a workshop.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  let address = "the port";
  try {
    const config = readConfig();
    address = `Port ${config.port} on ${config.host}`;
    const running = await start(config);
    stopWithGrace(running);
    await announceOrStop(running);
    running.warmUp.start();
  } catch (error) {
    const { text, code } = explainStart(error, address);
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}

async function start(config: Config): Promise<Running> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(openDataFolder(config.dataDir));
  folder.nameHolder({ pid: process.pid, port: config.port });
  const organiserKey = config.organiserKey ?? folder.organiserKey(newSecret);
  const health: Health = { state: "serving" };
  const { app, services } = await compose({ config, folder, organiserKey, health, opened });
  const report = (error: unknown) => app.log.error({ err: error }, "warm-up in trouble");
  const warmUp = opened.use(new WarmUp({ openStore: openPassingStore, now: Date.now, report }));
  await listenQuietly(app, config);
  folder.nameHolder({ pid: process.pid, port: portOf(app) });
  return { config, app, services, organiserKey, health, warmUp, opened: opened.move() };
}

async function openPassingStore(): Promise<PassingStore> {
  const database = await openDatabase(":memory:");
  return {
    access: new SqliteAccessStore(database),
    log: new SqliteBoardLog(database.sqlite),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** Fastify tells each address in its log; the announcement says it better. */
async function listenQuietly(app: FastifyInstance, { port, host }: Config): Promise<void> {
  const { level } = app.log;
  app.log.level = "warn";
  await app.listen({ port, host });
  app.log.level = level;
}

interface Composing {
  config: Config;
  folder: DataFolder;
  organiserKey: string;
  health: Health;
  opened: AsyncDisposableStack;
}

async function compose({ config, folder, organiserKey, health, opened }: Composing) {
  folder.refuseIfDatabaseIsGone();
  const database = opened.use(await openDatabase(folder.databasePath));
  folder.rememberDatabase();
  fillWal(database.sqlite);
  const store = new SqliteAccessStore(database);
  await store.eraseUnfinishedBoards();
  const log = opened.use(new SqliteBoardLog(database.sqlite));
  const report = (error: unknown, boardId: string) =>
    app.log.error({ err: error, boardId }, "board in trouble");
  const worker = opened.use(new SnapshotWorker());
  worker.warm();
  const thin = (boardId: string) => thinBoard({ log, worker, hub }, boardId);
  const compactor = opened.use(new Compactor({ log, worker, thin, now: Date.now, report }));
  log.onAppended((boardId, appended) => compactor.noteAppended(boardId, appended));
  const hub = opened.use(new RoomHub({ log, now: steadyClock(), report, limits: config.limits }));
  const erasures = new SqliteErasureStore(database);
  const eraser = opened.use(
    new Eraser({
      hub,
      report,
      store: erasures,
      now: Date.now,
      collect: (boardId) => collectBoard({ log, worker }, boardId),
      refill: (boardId) => refillBoard({ hub, store }, boardId),
      remember: (erasure) => {
        rememberErasure(folder.erasureListPath, erasure);
        folder.dropDamaged();
      },
    }),
  );
  const services = createServices({
    config,
    store,
    hub,
    eraser,
    erasures,
    states: new StateReader({ boards: log, worker, now: () => performance.now() }),
    organiserKeyHash: hashOf(organiserKey),
    port: () => portOf(app),
    now: Date.now,
  });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const webRoot = fileURLToPath(new URL("../../web/dist", import.meta.url));
  const version = readVersion();
  const app = await buildApp({ config, services, health, metrics, webRoot, version });
  opened.defer(() => app.close());
  const reportSweep = (error: unknown) => app.log.error({ err: error }, "bins not cleared");
  opened.use(new DailySweeper({ log, now: Date.now, report: reportSweep }));
  const { credentials } = services;
  await eraser.resume();
  const addressOf = addressReader(config.trustProxy);
  const damage = new DamageLog(app.log);
  opened.use(
    attachSockets(app.server, { hub, credentials, config, addressOf, log: app.log, damage }),
  );
  opened.defer(() => eraser.leaveTheRest()); // before the rooms close under it
  return { app, services };
}

async function announceOrStop(running: Running): Promise<void> {
  try {
    await announce(running);
  } catch (error) {
    await running.opened.disposeAsync();
    throw error;
  }
}

async function announce({ config, services, organiserKey }: Running): Promise<void> {
  const sample = config.hasSample ? await makeSample(services) : undefined;
  const text = announcement({
    bases: await services.bases.list(),
    base: await services.bases.current(),
    organiserKey,
    workshop: await findWorkshop(services.store, sample),
    dataDir: config.dataDir,
    isTerminal: process.stdout.isTTY,
  });
  process.stdout.write(text);
}

/** Ctrl-C, SIGTERM or a fault: say "restart" to everybody, finish what is in flight, close the database. */
function stopWithGrace({ app, health, opened }: Running): void {
  closeWithGrace({ delay: STOP_MS, logger: app.log }, async ({ err }) => {
    health.state = "stopping";
    if (err !== undefined) app.log.fatal({ err }, "stopping after a fault");
    await opened.disposeAsync();
  });
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function readVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { version }: { version?: unknown } = JSON.parse(text);
  return String(version);
}

await main();
