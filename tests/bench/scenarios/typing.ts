import { pause } from "../../support/until.ts";
import { type LoadFigures, measureLoad } from "../loads/load.ts";
import { typingLoad } from "../loads/typing-load.ts";
import { loadTable, mid } from "../report/load-rows.ts";
import { figure } from "../report/table.ts";
import { startServer } from "../servers/start-server.ts";
import { Fleet } from "../sockets/fleet.ts";
import { interleave } from "./interleave.ts";
import type { Scenario } from "./scenario.ts";

const PEOPLE = 100;
/** Time for everybody's card to be made, in ms. */
const SETTLE_MS = 1_500;

/** A hundred people type in their own texts: CRDT updates through the gate. */
export const typing: Scenario = {
  name: "typing",
  title: "100 people typing in their own texts, 5 keys a second each",
  async run(options, tell) {
    const figures = await interleave<LoadFigures>(
      { options, binding: ["ours"], record: [], budgetMinutes: 2 },
      async (peer) => {
        await using server = await startServer(peer, options);
        using fleet = new Fleet(server);
        await fleet.grow(PEOPLE);
        await pause(SETTLE_MS);
        const load = typingLoad(fleet, await server.content(), options.seconds);
        const measured = await measureLoad(server, fleet, load);
        tell(
          `${peer}: p99 ${figure(measured.p99Ms)} ms, ${figure(measured.serverCpu)} % of a core`,
        );
        return [measured];
      },
    );
    const bound = {
      what: "100 people typing: p99",
      measured: mid(figures, "ours", PEOPLE, "p99Ms"),
      unit: "ms",
      most: 100,
      survey: "–",
    };
    return { tables: loadTable(figures), bounds: [bound] };
  },
};
