import { pause } from "../../support/until.ts";
import type { BenchOptions } from "../options.ts";
import { figure, median, table } from "../report/table.ts";
import type { PeerName } from "../servers/bench-server.ts";
import { startServer } from "../servers/start-server.ts";
import { Fleet } from "../sockets/fleet.ts";
import { interleave } from "./interleave.ts";
import type { Scenario } from "./scenario.ts";

/** Sockets before the first look: what a server needs once, for the first of them, is no connection's cost. */
const FIRST_SOCKETS = 500;
const MORE_SOCKETS = 1_000;
/** Time for a server to come to rest, in ms. */
const SETTLE_MS = 4_000;

interface IdleFigures {
  /** kB for one connection. */
  residentKb: number;
  heldKb: number;
}

/** What a connection costs that does nothing. */
export const idle: Scenario = {
  name: "idle",
  title: "Memory of an idle connection (1,000 sockets more, after a forced collection)",
  async run(options, tell) {
    const figures = await interleave<IdleFigures>(
      {
        options: { ...options, runs: Math.min(options.runs, 3) },
        binding: ["ours"],
        record: ["stock", "hocuspocus"],
        budgetMinutes: 2,
      },
      async (peer) => {
        const found = await idleMemory(peer, options);
        tell(`${peer}: ${figure(found.residentKb)} kB resident, ${figure(found.heldKb)} kB held`);
        return [found];
      },
    );
    const mid = (peer: PeerName, key: keyof IdleFigures) =>
      median((figures.get(peer) ?? []).map((each) => each[key]));
    const rows = [...figures.keys()].map((peer) => [
      peer,
      figure(mid(peer, "residentKb")),
      figure(mid(peer, "heldKb")),
    ]);
    const bound = {
      what: "idle connection: the larger of resident and held",
      measured: Math.max(mid("ours", "residentKb"), mid("ours", "heldKb")),
      unit: "kB",
      most: 15,
      survey: "stock 15, Hocuspocus 31",
    };
    return {
      tables: table(["server", "resident kB", "heap and buffers kB"], rows),
      bounds: [bound],
    };
  },
};

async function idleMemory(peer: PeerName, options: BenchOptions): Promise<IdleFigures> {
  await using server = await startServer(peer, options);
  await server.seats(FIRST_SOCKETS + MORE_SOCKETS);
  await server.process.stop(); // what letting a thousand people in has cost is not measured here
  await server.up();
  using fleet = new Fleet(server);
  await fleet.enter(FIRST_SOCKETS);
  await settle();
  const before = await server.process.settledMemory();
  await fleet.enter(FIRST_SOCKETS + MORE_SOCKETS);
  await settle();
  const after = await server.process.settledMemory();
  return {
    residentKb: (after.residentKb - before.residentKb) / MORE_SOCKETS,
    heldKb: (after.heldKb - before.heldKb) / MORE_SOCKETS,
  };
}

function settle(): Promise<void> {
  return pause(SETTLE_MS);
}
