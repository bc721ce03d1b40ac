import { newId } from "@hefboom/board";
import { exportFormats, type Joined } from "@hefboom/contract";
import { afterAll, beforeAll, expect, it } from "vitest";

import { type Answered, aNote, call, join, send } from "../../support/api.ts";
import { contentOf, readBoard } from "../../support/people/board-reading.ts";
import { Peer } from "../../support/people/peer.ts";
import { openWorkshop, type Workshop } from "../../support/people/workshop.ts";
import { TestServer } from "../../support/test-server.ts";
import { until } from "../../support/until.ts";
import { replicaOf, typed, varUints } from "./hostile-updates.ts";

const SCRIPT = `<script>alert(1)</script><img src=x onerror="alert(2)">"'&</title>`;

let server: TestServer;
let workshop: Workshop;
let person: Joined;
beforeAll(async () => {
  server = await TestServer.start();
  workshop = await openWorkshop(server, { title: SCRIPT });
  person = await join(server, workshop.board.code, { name: "=1+1", consent: "named" });
});
afterAll(() => server[Symbol.asyncDispose]());

const commandsPath = () => `/api/boards/${workshop.board.id}/commands`;
/** A command as JSON text, so that it may hold what no object of ours can. */
const sendJson = (json: string) =>
  call(server, commandsPath(), { token: person.token, body: json });
/** Why a command was refused, by its answer or, where the whole body was, by its status. */
const refusalOf = async (json: string) => {
  const answer = await sendJson(json);
  if (!answer.ok) return answer.status;
  const [first] = (await answer.json()) as Answered[]; // the contract's form
  return first?.refused;
};
const content = async () => contentOf(await readBoard(server, workshop.board.id, workshop.lead));

const WRONG_IDS = [
  "",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "x".repeat(19),
  "x".repeat(21),
  "X".repeat(20),
  `${"x".repeat(19)}\u0000`,
  `${"x".repeat(19)}é`,
  `${"x".repeat(20)}\n`,
];

it("B03 an id that does not fit the pattern is refused, as a command's and as a card's", async () => {
  const before = await content();

  const asCommand = await Promise.all(
    WRONG_IDS.map(async (id) => (await sendJson(JSON.stringify({ ...aNote("x"), id }))).status),
  );
  const asCard = await Promise.all(
    WRONG_IDS.map((cardId) => refusalOf(JSON.stringify({ ...aNote("x"), cardId }))),
  );

  expect(new Set(asCommand)).toEqual(new Set([400]));
  expect(new Set(asCard)).toEqual(new Set(["invalid"]));
  expect(await content()).toEqual(before);
});

it("B03 no __proto__ gets anywhere: as a lever, a label, a passage or a field", async () => {
  const before = await content();
  const base = JSON.stringify(aNote("x")).slice(1, -1);
  const hostile = [
    `{${base},"labels":{"__proto__":"x"}}`,
    `{${base},"labels":{"x":"__proto__"}}`,
    `{${base},"__proto__":{"isAdmin":true}}`,
    `{${base},"passage":"__proto__"}`,
    `{${base},"lever":"__proto__"}`,
    `{${base},"order":"__proto__"}`,
    `{${base},"author":"${newId()}","at":1,"via":"essay"}`,
  ];

  const refused: unknown[] = [];
  for (const json of hostile) refused.push(await refusalOf(json));
  using socket = new Peer(server, workshop.board.id, person.token);
  await socket.synced();
  for (const json of hostile) socket.send(commandsMessage(`[${withNewId(json)}]`));
  await until(() => socket.answers.size === hostile.length, "all answers");

  for (const answer of socket.answers.values()) refused.push("refused" in answer && answer.refused);
  for (const code of refused) expect(["invalid", "not-found", 400]).toContain(code);
  expect(await content()).toEqual(before);
});

it("B03 NUL and halves of surrogate pairs are refused in commands, and NUL in typed letters", async () => {
  const note = aNote("heel");
  await send(server, workshop.board.id, person.token, [note]);
  const before = await content();
  const bad = [String.raw`a\u0000b`, String.raw`\ud83d`, String.raw`\udc4b twee`];

  const refused: unknown[] = [];
  for (const text of bad) {
    const [id, cardId] = [newId(), newId()];
    const create = `{"op":"create","id":"${id}","cardId":"${cardId}","kind":"note","lever":"h01"`;
    refused.push(await refusalOf(`${create},"text":"${text}"}`));
    refused.push(await refusalOf(`${create},"text":"goed","speaker":"${text}"}`));
    refused.push(
      await refusalOf(`{"op":"rewrite","id":"${id}","cardId":"${note.cardId}","text":"${text}"}`),
    );
  }
  using typist = new Peer(server, workshop.board.id, person.token);
  await typist.synced();
  typist.sendUpdate(typed(replicaOf(typist.doc), note.cardId, "a\u0000b"));

  expect(new Set(refused)).toEqual(new Set(["invalid"]));
  expect(await typist.closed()).toBe(4403);
  expect(await content()).toEqual(before);
});

it("B04 a text is stored as it was sent, after NFC", async () => {
  const words = `${SCRIPT} \u202e أهلا 👩‍👩‍👧 cafe\u0301 \\n {{x}} \u2028`;
  const note = aNote(words);

  await send(server, workshop.board.id, person.token, [note]);

  const board = await readBoard(server, workshop.board.id, person.token);
  expect(board.getMap("texts").toJSON()[note.cardId]).toBe(words.normalize("NFC"));
});

it("B04 in every export hostile words are harmless, and no cell begins a formula", async () => {
  const starts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", SCRIPT];
  const notes = starts.map((text) => ({ ...aNote(text), speaker: text.trim().slice(0, 60) }));
  await send(server, workshop.board.id, person.token, notes);
  const path = `/api/boards/${workshop.board.id}/export?format=`;

  for (const format of exportFormats) {
    const answer = await call(server, path + format, { token: workshop.lead });
    const body = await answer.text();

    expect([format, answer.status]).toEqual([format, 200]);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    if (format === "csv") expect(cellsOf(body).filter(isFormula)).toEqual([]);
    if (format === "md") expect(body).not.toMatch(/(?<!\\)<(?:script|img)/);
    if (format === "json") expect(JSON.stringify(JSON.parse(body))).toContain("<script>");
  }
});

it("B04 every page is free of inline scripts, says so in its policy, and shows hostile words as words", async () => {
  const { board } = workshop;
  const pages = ["/", "/o", "/r", `/j/${board.code}`, `/b/${board.id}`, `/b/${board.id}/wall`];

  for (const path of pages) {
    const answer = await fetch(server.origin + path);
    const html = await answer.text();
    const policy = answer.headers.get("content-security-policy") ?? "";

    expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'self'")]);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/i);
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
    expect(html).not.toContain("alert(1)<");
  }
});

/** The cells of a CSV file, without the quotes around them. */
const cellsOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, "")
    .split(/(?<=^(?:[^"]|"[^"]*")*)(?:,|\r\n)/)
    .map((cell) => cell.replace(/^"/, ""));
const isFormula = (cell: string) => /^[=+\-@\t\r\n]/.test(cell);

const withNewId = (json: string) => json.replace(/"id":"[0-9a-z]{20}"/, `"id":"${newId()}"`);

/** Message type 4 with JSON that no object of ours could be. */
function commandsMessage(json: string): Uint8Array {
  const bytes = new TextEncoder().encode(json);
  return Uint8Array.from([...varUints([4, bytes.byteLength]), ...bytes]);
}
