import { readdir } from "node:fs/promises";
import { newId } from "@hefboom/board";
import { encodeCommands } from "@hefboom/contract/messages";

import { pause } from "../../support/until.ts";
import { runPaced } from "../loads/pace.ts";
import { readOptions } from "../options.ts";
import { figure, table } from "../report/table.ts";
import { startServer } from "../servers/start-server.ts";
import { Fleet } from "../sockets/fleet.ts";
import { LeanSocket } from "../sockets/lean-socket.ts";

// 300 people with 1,500 cards for half an hour, 60 moves a second: what the server holds after a forced collection, and
// its descriptors, minute by minute. `--seconds 600` for another length, `--people 100` for another crowd.

const PEOPLE = 300;
const CARDS_EACH = 5;
const SECONDS = 1_800;
const MOVES_A_SECOND = 60;
const LEVERS = 11;
/** People who leave and come back within each minute. */
const LEAVING = 10;
const SETTLE_MS = 2_000;

const args = process.argv.slice(2);
const options = readOptions(args);
const people = options.people?.[0] ?? PEOPLE;
const minutes = Math.ceil((args.includes("--seconds") ? options.seconds : SECONDS) / 60);

await using server = await startServer("ours", options);
using fleet = new Fleet(server);
await fleet.enter(people);
const cardIds = Array.from({ length: people * CARDS_EACH }, () => newId());
for (const [index, cardId] of cardIds.entries()) {
  const text = `Een kaart van iemand in de zaal, nummer ${index}`;
  say(index, { op: "create", id: newId(), cardId, kind: "note", text, lever: "h01" });
  if (index % 50 === 0) await pause(50);
}
await pause(SETTLE_MS);

const rows: string[][] = [await look(0)];
for (let minute = 1; minute <= minutes; minute += 1) {
  const count = 60 * MOVES_A_SECOND;
  const moves = Array.from({ length: count }, (_, n) => ({
    dueMs: (n * 1_000) / MOVES_A_SECOND,
    run: () => move(Math.floor(Math.random() * cardIds.length)),
  }));
  await runPaced(moves);
  await leaveAndComeBack();
  await pause(SETTLE_MS);
  rows.push(await look(minute));
  process.stderr.write(`${rows.at(-1)?.join(" · ")}\n`);
}
process.stdout.write(
  `${table(["minute", "held MB", "resident MB", "descriptors", "CPU s"], rows)}\n`,
);

function move(index: number): void {
  const lever = `h${String(1 + Math.floor(Math.random() * LEVERS)).padStart(2, "0")}`;
  const [x, y] = [Math.round(Math.random() * 400), Math.round(Math.random() * 400)];
  say(index, { op: "place", id: newId(), cardId: cardIds[index] ?? "", lever, x, y });
}

function say(index: number, command: object): void {
  fleet.sockets[index % people]?.send(encodeCommands([command]));
}

/** The last ones of the fleet; the others go on. They come back with nothing. */
async function leaveAndComeBack(): Promise<void> {
  for (const socket of fleet.sockets.splice(people - LEAVING)) socket[Symbol.dispose]();
  await pause(500);
  for (const { path } of fleet.seats.slice(people - LEAVING)) {
    const anew = { port: server.process.port, path: path.replace(/&since=[^&]*/, "") };
    fleet.sockets.push(await LeanSocket.open({ ...anew, onMessage: () => undefined }));
  }
}

async function look(minute: number): Promise<string[]> {
  const { heldKb, residentKb } = await server.process.settledMemory();
  const descriptors = await readdir(`/proc/${server.process.pid}/fd`);
  const cpu = await server.process.cpuSeconds();
  const cells = [heldKb / 1_024, residentKb / 1_024, descriptors.length, cpu];
  return [`${minute}`, ...cells.map(figure)];
}
