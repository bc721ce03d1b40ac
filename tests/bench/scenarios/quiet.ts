import { editLoad } from "../loads/edit-load.ts";
import { type LoadFigures, measureLoad } from "../loads/load.ts";
import { loadTable, ratio } from "../report/load-rows.ts";
import { figure, median } from "../report/table.ts";
import { measureCommit } from "../servers/measure-commit.ts";
import { startServer } from "../servers/start-server.ts";
import { Fleet } from "../sockets/fleet.ts";
import { interleave } from "./interleave.ts";
import type { Scenario } from "./scenario.ts";

const PEOPLE = 10;
/** A handful of people gives few figures, so they go on for longer. */
const TIMES_LONGER = 2;

/** Ten people, one edit a second each: what one edit takes when nothing else happens. */
export const quiet: Scenario = {
  name: "quiet",
  title: "A quiet room: 10 people, one edit a second each",
  async run(options, tell) {
    const commits: number[] = [];
    const figures = await interleave<LoadFigures>(
      { options, binding: ["bare", "ours"], record: [], budgetMinutes: 3 },
      async (peer) => {
        if (peer === "ours") commits.push(await measureCommit());
        await using server = await startServer(peer, options);
        using fleet = new Fleet(server);
        await fleet.grow(PEOPLE);
        const load = editLoad(fleet, TIMES_LONGER * options.seconds);
        const measured = await measureLoad(server, fleet, load);
        tell(`${peer}: p50 ${figure(measured.p50Ms)} ms`);
        return [measured];
      },
    );
    const bound = {
      what: "quiet room: p50, ours ÷ (bare relay + one commit)",
      measured: ratio(figures, { people: PEOPLE, key: "p50Ms", by: "bare", plus: commits }),
      unit: "×",
      most: 1.5,
      survey: "relay 0.9 ms, fixed ticks 21 ms",
    };
    const commit = `One commit of 2 kB (SQLite, WAL, synchronous=FULL): ${figure(median(commits))} ms.`;
    return { tables: `${loadTable(figures)}\n\n${commit}`, bounds: [bound] };
  },
};
