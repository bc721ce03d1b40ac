import { editLoad } from "../loads/edit-load.ts";
import { type LoadFigures, measureLoad } from "../loads/load.ts";
import type { BenchOptions } from "../options.ts";
import type { Bound } from "../report/bounds.ts";
import {
  cpuPer1000,
  type LoadsByPeer,
  loadRow,
  loadTable,
  mid,
  ratio,
} from "../report/load-rows.ts";
import type { PeerName } from "../servers/bench-server.ts";
import { startServer } from "../servers/start-server.ts";
import { Fleet } from "../sockets/fleet.ts";
import { interleave } from "./interleave.ts";
import type { Scenario, Tell } from "./scenario.ts";

const SIZES = [200, 500, 1_000, 1_500];
/** A server that cannot keep up is not asked for more. */
const LARGEST: Readonly<Record<PeerName, number>> = {
  ours: 1_500,
  coalescing: 1_500,
  hocuspocus: 1_000,
  bare: 200,
  stock: 200,
};

/** One room, everybody one edit a second, every receiver counts. */
export const crowd: Scenario = {
  name: "crowd",
  title: "One room, one edit a second each (20 % create, 80 % place)",
  async run(options, tell) {
    const figures = await interleave<LoadFigures>(
      {
        options,
        binding: ["coalescing", "ours"],
        record: ["hocuspocus", "bare", "stock"],
        budgetMinutes: 11,
      },
      (peer) => growingRoom(peer, options, tell),
    );
    return { tables: loadTable(figures), bounds: boundsOf(figures) };
  },
};

async function growingRoom(
  peer: PeerName,
  options: BenchOptions,
  tell: Tell,
): Promise<LoadFigures[]> {
  await using server = await startServer(peer, options);
  using fleet = new Fleet(server);
  const measured: LoadFigures[] = [];
  for (const people of (options.people ?? SIZES).filter((size) => size <= LARGEST[peer])) {
    await fleet.grow(people);
    const figures = await measureLoad(server, fleet, editLoad(fleet, options.seconds));
    measured.push(figures);
    tell(loadRow(new Map([[peer, [figures]]]), peer, people).join(" · "));
  }
  return measured;
}

function boundsOf(figures: LoadsByPeer): Bound[] {
  return [
    slowest(figures, 500, "Hocuspocus 25, relay 50, sketch 45 ms"),
    slowest(figures, 1_000, "Hocuspocus 120, relay 52, sketch 93–120 ms"),
    slowest(figures, 1_500, "Hocuspocus 7,800, relay 89, sketch 166 ms"),
    ...[500, 1_000, 1_500].map((people) => ({
      what: `crowd ${people}: processor`,
      measured: mid(figures, "ours", people, "serverCpu"),
      unit: "% of a core",
      most: 60,
      survey: "Hocuspocus 106–110 %, relay 30–58 %, sketch 34–43 %",
    })),
    thousand(figures, {
      people: 200,
      most: 1,
      survey: "relay 2.5 bare, 0.8 coalescing; sketch 0.9",
    }),
    thousand(figures, {
      people: 500,
      most: 0.8,
      survey: "Hocuspocus 2.2; 0.6 coalescing; sketch 0.7",
    }),
  ];
}

function slowest(figures: LoadsByPeer, people: number, survey: string): Bound {
  return {
    what: `crowd ${people}: p99 over every receiver, ours ÷ coalescing relay`,
    measured: ratio(figures, { people, key: "p99Ms", by: "coalescing" }),
    unit: "×",
    most: 1.7,
    survey,
  };
}

function thousand(
  figures: LoadsByPeer,
  { people, most, survey }: { people: number; most: number; survey: string },
): Bound {
  const measured = cpuPer1000(figures, "ours", people);
  return { what: `crowd ${people}: processor for 1,000 edits`, measured, unit: "s", most, survey };
}
