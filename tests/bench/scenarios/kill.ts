import { pause } from "../../support/until.ts";
import { markOf, marksIn } from "../figures/marks.ts";
import { runPaced } from "../loads/pace.ts";
import type { BenchOptions } from "../options.ts";
import { figure, table } from "../report/table.ts";
import type { BenchServer, PeerName } from "../servers/bench-server.ts";
import { startServer } from "../servers/start-server.ts";
import { Fleet } from "../sockets/fleet.ts";
import { maskedFrame } from "../sockets/frames.ts";
import type { Scenario, Tell } from "./scenario.ts";

const ROUNDS = 20;
const PEOPLE = 20;
const EDITS_PER_SECOND = 200;
/** A round ends at a random moment between these, in ms. */
const LIFE_MS = { least: 1_000, most: 2_500 };

interface Lost {
  rounds: number;
  seen: number;
  seenLost: number;
  answered: number;
  answeredLost: number;
}

/** `kill -9` under load: what is gone of what others saw, or of what was answered "saved". */
export const kill: Scenario = {
  name: "kill",
  title: "kill -9 at 200 edits a second",
  async run(options, tell) {
    const peers = (["ours", "hocuspocus"] as const).filter(
      (name) => options.peers?.includes(name) ?? true,
    );
    const rows: string[][] = [];
    let ours: Lost | undefined;
    for (const peer of peers) {
      const lost = await killAgainAndAgain(peer, options, tell);
      if (peer === "ours") ours = lost;
      rows.push(rowOf(peer, lost));
    }
    const bound = (what: string, measured: number | undefined) => ({
      what: `kill -9: lost of what ${what}`,
      measured: measured ?? Number.NaN,
      unit: "edits",
      most: 0,
      survey: "Hocuspocus 100 % of the last 4 s",
    });
    const bounds = [
      bound("others saw", ours?.seenLost),
      bound("was answered saved", ours?.answeredLost),
    ];
    return { tables: table(HEAD, rows), bounds };
  },
};

const HEAD = [
  "server",
  "rounds",
  "seen by others",
  "of these lost",
  "answered saved",
  "of these lost",
];

function rowOf(peer: string, { rounds, seen, seenLost, answered, answeredLost }: Lost): string[] {
  const percent = seen === 0 ? "" : ` (${figure((100 * seenLost) / seen)} %)`;
  const counts = [rounds, seen].map((count) => count.toLocaleString("en"));
  const isAnswered = answered > 0 ? [answered, answeredLost].map(String) : ["–", "–"];
  return [peer, ...counts, `${seenLost.toLocaleString("en")}${percent}`, ...isAnswered];
}

async function killAgainAndAgain(peer: PeerName, options: BenchOptions, tell: Tell): Promise<Lost> {
  await using server = await startServer(peer, options);
  const rounds = options.isQuick ? 3 : ROUNDS;
  const total: Lost = { rounds, seen: 0, seenLost: 0, answered: 0, answeredLost: 0 };
  let firstEdit = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { seen, answered, nextEdit } = await oneLife(server, firstEdit);
    firstEdit = nextEdit;
    await server.up();
    const kept = new Set(marksIn(await server.content()));
    total.seen += seen.size;
    total.seenLost += missing(seen, kept);
    total.answered += answered.size;
    total.answeredLost += missing(answered, kept);
    tell(`${peer} ${round + 1}: lost ${total.seenLost} of ${total.seen} seen`);
  }
  return total;
}

function missing(edits: ReadonlySet<number>, kept: ReadonlySet<number>): number {
  return [...edits].filter((edit) => !kept.has(edit)).length;
}

/** Cards are made until the process is killed. */
async function oneLife(server: BenchServer, firstEdit: number) {
  using fleet = new Fleet(server);
  await fleet.enter(PEOPLE);
  const writers = Array.from({ length: PEOPLE }, () => server.newWriter());
  const seen = new Set<number>();
  const answered = new Set<number>();
  const sender = new Map<number, number>();
  fleet.onMessage = (message, person) => {
    for (const edit of marksIn(message)) {
      if (edit < firstEdit) continue; // of a life before
      if (server.isForOne(message)) answered.add(edit);
      else if (sender.get(edit) !== person) seen.add(edit);
    }
  };
  const lifeMs = LIFE_MS.least + Math.random() * (LIFE_MS.most - LIFE_MS.least);
  const edits = Math.round((lifeMs / 1_000) * EDITS_PER_SECOND);
  const actions = Array.from({ length: edits }, (_, index) => ({
    dueMs: (1_000 * index) / EDITS_PER_SECOND,
    run: () => {
      const person = index % PEOPLE;
      sender.set(firstEdit + index, person);
      const message = writers[person]?.create(markOf(firstEdit + index));
      if (message !== undefined) fleet.sockets[person]?.write(maskedFrame(message));
    },
  }));
  await runPaced(actions);
  await server.process.kill();
  await pause(100); // what is still in the sockets was seen too
  return { seen, answered, nextEdit: firstEdit + edits };
}
