import { cursorLoad } from "../loads/cursor-load.ts";
import { type LoadFigures, measureLoad } from "../loads/load.ts";
import type { Bound } from "../report/bounds.ts";
import { type LoadsByPeer, loadRow, loadTable, mid } from "../report/load-rows.ts";
import { startServer } from "../servers/start-server.ts";
import { Fleet } from "../sockets/fleet.ts";
import { interleave } from "./interleave.ts";
import type { Scenario } from "./scenario.ts";

const SIZES = [100, 300];
const NOTE =
  "Ours shows at most 30 cursors, so that what arrived is 30 of 100 or of 300 at best; others show everybody's.";

/** Everybody moves a pointer, ten times a second. */
export const presence: Scenario = {
  name: "presence",
  title: "Presence: 10 cursors a second each",
  async run(options, tell) {
    const figures = await interleave<LoadFigures>(
      {
        options,
        binding: ["coalescing", "ours"],
        record: ["hocuspocus", "stock"],
        budgetMinutes: 5,
      },
      async (peer) => {
        const measured: LoadFigures[] = [];
        for (const people of options.people ?? SIZES) {
          await using server = await startServer(peer, options);
          using fleet = new Fleet(server);
          await fleet.grow(people);
          const load = cursorLoad(server, fleet, options.seconds);
          const found = await measureLoad(server, fleet, load);
          measured.push(found);
          tell(loadRow(new Map([[peer, [found]]]), peer, people).join(" · "));
        }
        return measured;
      },
    );
    const bounds = [
      ...boundsOf(figures, { people: 100, cpu: 20, relayCpu: "14", others: "25 ms" }),
      ...boundsOf(figures, { people: 300, cpu: 30, relayCpu: "26", others: "41 ms" }),
    ];
    return { tables: `${loadTable(figures)}\n\n${NOTE}`, bounds };
  },
};

interface Expected {
  people: number;
  /** % of a core. */
  cpu: number;
  relayCpu: string;
  others: string;
}

function boundsOf(figures: LoadsByPeer, { people, cpu, relayCpu, others }: Expected): Bound[] {
  const measured = (key: keyof LoadFigures) => mid(figures, "ours", people, key);
  return [
    {
      what: `presence ${people}: p99 of shown cursors`,
      measured: measured("p99Ms"),
      unit: "ms",
      most: 100,
      survey: `stock 3,600 ms and loses 14 %, Hocuspocus 18 / 219 ms, coalescing relay ${others}`,
    },
    {
      what: `presence ${people}: processor`,
      measured: measured("serverCpu"),
      unit: "% of a core",
      most: cpu,
      survey: `Hocuspocus 101–105 %, coalescing relay ${relayCpu} %`,
    },
    {
      what: `presence ${people}: bytes`,
      measured: measured("receiverKbPerSecond"),
      unit: "kB/s a receiver",
      most: 24,
      survey: "–",
    },
  ];
}
