import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "@hefboom/board";
import type { BoardSummary, Joined } from "@hefboom/contract";
import { expect, it, vi } from "vitest";

import { runToEnd, startServer, startUnread, temporaryFolder } from "./testing/run-server.ts";

/** Each test starts processes, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const EXPORT_MAIN = fileURLToPath(new URL("./export-main.ts", import.meta.url));

const postJson = async <T>(url: string, body: unknown, token?: string): Promise<T> => {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  return (await answer.json()) as T;
};

it("makes folder, key and sample at the first start, and prints how to come in", async () => {
  using folder = temporaryFolder();
  const dataDir = join(folder.path, "nested", "data");
  await using server = await startServer({ DATA_DIR: dataDir });
  const printed = server.stdout();

  const key = readFileSync(join(dataDir, "organiser-key"), "utf8").trim();
  expect(printed).toContain(`${server.base()}/o#key=${key}`);
  expect(printed).toMatch(/\/b\/[0-9a-z]{20}\/lead#key=[\w-]{32}/);
  expect(printed).toMatch(/\/j\/[A-Z0-9]{6} /);
  expect(printed).toContain("▄▄▄▄▄");
  expect(printed).toContain(dataDir);
  expect(statSync(join(dataDir, "organiser-key")).mode & 0o777).toBe(0o600);
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${server.base()}/api/boards`, { headers });
  const boards = (await answer.json()) as BoardSummary[];
  expect(boards).toMatchObject([{ cards: 24, locale: "nl" }]);
});

it("keeps what was saved over a kill -9, and starts again on the same folder", async () => {
  using folder = temporaryFolder();
  const environment = { DATA_DIR: folder.path };
  const first = await startServer(environment);
  const code = /\/j\/([A-Z0-9]{6}) /.exec(first.stdout())?.[1];
  const me = await postJson<Joined>(`${first.base()}/api/join`, { code });
  const card = { op: "create", kind: "note", text: "Blijft", lever: "h01" };
  const answers = await postJson(
    `${first.base()}/api/boards/${me.boardId}/commands`,
    { ...card, id: newId(), cardId: newId() },
    me.token,
  );
  await first.stop("SIGKILL");

  await using second = await startServer(environment);

  expect(answers).toMatchObject([{ saved: true }]);
  const key = readFileSync(join(folder.path, "organiser-key"), "utf8").trim();
  const headers = { authorization: `Bearer ${key}` };
  const board = await fetch(`${second.base()}/api/boards/${me.boardId}`, { headers });
  expect(await board.json()).toMatchObject({ cards: 25, participants: 1 });
  expect(second.stdout()).toContain(`/j/${code}`);
  expect(second.stdout()).not.toContain("lead#key");
});

it("refuses a second process on the same folder, and names the first", async () => {
  using folder = temporaryFolder();
  const environment = { DATA_DIR: folder.path, SAMPLE: "0" };
  await using first = await startServer(environment);

  const second = await runToEnd(environment);

  expect(second.code).toBe(1);
  expect(second.stderr).toBe(
    `The data folder ${folder.path} is in use by process ${first.pid}, which serves port ${new URL(first.base()).port}; stop that one first, or set DATA_DIR to another folder.\n`,
  );
});

it("stops cleanly on SIGTERM and SIGINT", async () => {
  using folder = temporaryFolder();
  const environment = { DATA_DIR: folder.path, SAMPLE: "0" };

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const server = await startServer(environment);
    const { code, stderr } = await server.stop(signal);
    expect({ signal, code, stderr }).toEqual({ signal, code: 0, stderr: "" });
  }
});

it("serves, and stops cleanly, when nobody reads what it prints", async () => {
  using folder = temporaryFolder();
  const server = startUnread({ DATA_DIR: folder.path, SAMPLE: "0" });

  const health = await vi.waitFor(
    async () => {
      const running = readFileSync(join(folder.path, "running.json"), "utf8");
      const { port }: { port: number } = JSON.parse(running);
      return (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
    },
    { timeout: 20_000, interval: 100 },
  );
  const { code } = await server.stop("SIGTERM");

  expect([health, code]).toEqual([200, 0]);
});

it.each([
  ["PORT", "abc", 2],
  ["SAMPLE", "nee", 2],
  ["REDIS_URL", "redis://x", 2],
])("ends at once on a wrong %s, in one line", async (name, value, code) => {
  using folder = temporaryFolder();

  const ended = await runToEnd({ DATA_DIR: folder.path, [name]: value });

  expect(ended.code).toBe(code);
  expect(ended.stderr).toMatch(new RegExp(`^${name} .*\n$`));
  expect(ended.stdout).toBe("");
});

it("says that a port is in use", async () => {
  using folder = temporaryFolder();
  await using other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";

  const ended = await runToEnd({ DATA_DIR: folder.path, PORT: port });

  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is in use .*\n$`));
});

it("says that the data folder cannot be written", async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, "a-file");
  writeFileSync(file, "");

  const ended = await runToEnd({ DATA_DIR: file });

  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^The data folder .*a-file cannot be written .*\n$/);
});

it("does not start on a damaged database, and leaves it as it is", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "hefboom.sqlite");
  writeFileSync(path, "no database".repeat(1_000));

  const ended = await runToEnd({ DATA_DIR: folder.path });

  expect(ended.code).toBe(3);
  expect(ended.stderr).toMatch(/^.*hefboom.sqlite is damaged: .*npm run restore -- --in FILE\n$/);
  expect(readFileSync(path, "utf8")).toBe("no database".repeat(1_000));
});

it("does not start with an empty database where there was one that is gone", async () => {
  using folder = temporaryFolder();
  const environment = { DATA_DIR: folder.path, SAMPLE: "0" };
  const first = await startServer(environment);
  await first.stop("SIGTERM");
  for (const part of ["", "-wal", "-shm"]) {
    rmSync(join(folder.path, `hefboom.sqlite${part}`), { force: true });
  }

  const ended = await runToEnd(environment);

  expect(ended.code).toBe(3);
  expect(ended.stderr).toMatch(/^The data folder .* hefboom.sqlite is gone .*--in FILE\n$/);
  expect(existsSync(join(folder.path, "hefboom.sqlite"))).toBe(false);
});

it("exports a board from the command line while the server runs, and after it", async () => {
  using folder = temporaryFolder();
  const environment = { DATA_DIR: folder.path };
  const server = await startServer(environment);
  const board = /\/b\/([0-9a-z]{20})\/lead/.exec(server.stdout())?.[1] ?? "";
  const exportTo = (out: string, boardId = board) => {
    const args = ["--board", boardId, "--format", "csv", "--out", join(folder.path, out)];
    return runToEnd(environment, [EXPORT_MAIN, ...args]);
  };

  const during = await exportTo("during.csv");
  await server.stop("SIGTERM");
  const after = await exportTo("after.csv");
  const unknown = await exportTo("unknown.csv", newId());
  const wrong = await runToEnd(environment, [EXPORT_MAIN, "--board", board]);
  const elsewhere = { DATA_DIR: join(folder.path, "elsewhere") };
  const asked = [EXPORT_MAIN, "--board", board, "--format", "csv", "--out", "none.csv"];
  const missing = await runToEnd(elsewhere, asked);

  expect([during.code, after.code]).toEqual([0, 0]);
  const files = ["during.csv", "after.csv"].map((name) =>
    readFileSync(join(folder.path, name), "utf8"),
  );
  expect(files[0]).toBe(files[1]);
  expect(files[0]).toContain("Vergunning kan maandag nog");
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining(board) });
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/^usage: /) });
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringMatching(/set DATA_DIR\.\n$/) });
});
