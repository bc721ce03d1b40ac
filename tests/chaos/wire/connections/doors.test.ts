import { readdir } from "node:fs/promises";
import { newId } from "@hefboom/board";
import { afterAll, beforeAll, expect, it } from "vitest";

import { facilitatorToken, join, makeBoard } from "../../../support/api.ts";
import { openWorkshop, type Workshop } from "../../../support/people/workshop.ts";
import { quantile } from "../../../support/quantile.ts";
import { RawConnection } from "../../../support/raw/raw-connection.ts";
import { RawSocket } from "../../../support/raw/raw-socket.ts";
import { TestServer } from "../../../support/test-server.ts";
import { until } from "../../../support/until.ts";

let workshop: Workshop;
let open: string;
beforeAll(async () => {
  workshop = await openWorkshop(await TestServer.start());
  open = `/sync/${workshop.board.id}?token=${workshop.lead}`;
});
afterAll(() => workshop.server[Symbol.asyncDispose]());

async function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
  using socket = await RawSocket.knock(workshop.server, { path, headers });
  return socket.status;
}

it.each([
  "http://evil.example",
  "http://127.0.0.1.evil.example",
  "https://127.0.0.1:1",
  "null",
  "file://",
  "http://127.0.0.1@evil.example",
])("A10 A11 a page of %s is refused before the upgrade", async (origin) => {
  expect(await statusOf(open, { origin })).toBe(403);
});

it("A10 A11 a page of this server, and a program without a page, may upgrade", async () => {
  const host = `127.0.0.1:${workshop.server.port}`;

  expect(await statusOf(open, { host, origin: `http://${host}` })).toBe(101);
  expect(await statusOf(open)).toBe(101);
});

it("A10 A11 more than 100 headers or 16 KB of them are refused with 431", async () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x-${n}`, "1"]));
  const large = { "x-large": "a".repeat(16_384) };

  expect(await statusOf(open, many)).toBe(431);
  expect(await statusOf(open, large)).toBe(431);
  expect(await plainStatus(many)).toBe(431);
  expect(await plainStatus(large)).toBe(431);
});

async function plainStatus(headers: Record<string, string>): Promise<number> {
  using connection = await RawConnection.open(workshop.server);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  connection.write(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join("")}\r\n`);
  await until(() => connection.status !== 0 || connection.isGone, "an answer");
  return connection.status;
}

/** Names of boards that nobody here may open, beside what tells them apart only for the server. */
async function closedDoors(): Promise<Record<string, string>> {
  const { server, board } = workshop;
  const other = await makeBoard(server);
  const { token } = await join(server, other.code);
  return {
    unknown: `/sync/${newId()}?token=${token}`,
    "ill-formed": `/sync/..%2f..%2fetc%2fpasswd?token=${token}`,
    "of others": `/sync/${board.id}?token=${token}`,
    "without a token": `/sync/${board.id}`,
    "with a wrong token": `/sync/${board.id}?token=${token.slice(0, -1)}x`,
  };
}

/** @returns how long the server takes to close, in ms, and what it says */
async function knock(path: string): Promise<{ ms: number; answer: string }> {
  using socket = await RawSocket.knock(workshop.server, { path });
  await until(() => socket.closeCode !== undefined || socket.isGone, "a close", 1_000);
  const ms = socket.closedAt - socket.writtenAt;
  return { ms, answer: `${socket.status} ${socket.closeCode} after ${socket.frames} frames` };
}

it("A10 A11 boards that are unknown, ill-formed or forbidden answer alike, in like time", async () => {
  const doors = Object.entries(await closedDoors());
  const took = new Map<string, number[]>(doors.map(([name]) => [name, []]));
  const answers = new Set<string>();

  for (let round = 0; round < 40; round += 1) {
    for (const [name, path] of doors) {
      const { ms, answer } = await knock(path);
      took.get(name)?.push(ms);
      answers.add(answer);
    }
  }

  const medians = [...took.values()].map((all) => quantile(all, 0.5));
  expect([...answers]).toEqual(["101 4401 after 1 frames"]);
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
});

it("A10 A11 no file is ever made from a board's name", async () => {
  const { server, board } = workshop;
  const names = [
    "../../etc/passwd",
    "..%2f..%2f..%2ftmp%2fhefboom",
    "%00",
    "a%00b",
    "con",
    "a".repeat(2_000),
    "..",
    ".",
    "a/b/c",
    "__proto__",
    "constructor",
    "%E2%80%AE",
    "' OR 1=1 --".replaceAll(" ", "%20"),
    `${board.id}/../${board.id}`,
    `${board.id}%00`,
  ];
  const token = await facilitatorToken(server, board);
  const before = await filesOf(server);

  const answers = await Promise.all(names.map((name) => knock(`/sync/${name}?token=${token}`)));
  const statuses = await Promise.all(
    names.map((name) => httpStatus(`/api/boards/${encodeURIComponent(name)}/state`, token)),
  );

  expect(new Set(answers.map(({ answer }) => answer))).toEqual(
    new Set(["101 4401 after 1 frames"]),
  );
  expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
  expect(await filesOf(server)).toEqual(before);
});

async function httpStatus(path: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(workshop.server.origin + path, { headers })).status;
}

/** Without the database's own side files, which come and go. */
async function filesOf({ dataDir }: TestServer): Promise<string[]> {
  const names = await readdir(dataDir, { recursive: true });
  return names.filter((name) => !/-(wal|shm|journal)$/.test(name)).sort();
}
