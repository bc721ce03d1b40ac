// Runs as a thread of its own, so that what a test does to the server cannot hold up the clock that watches it.
import { parentPort, workerData } from "node:worker_threads";
import { newId, placesOf } from "@hefboom/board";
import { decodeMessage, encodeCommands, encodeReached } from "@hefboom/contract/messages";
import { WebSocket } from "ws";
import * as Y from "yjs";

import type { CanaryReport, CanaryTask } from "./canary.ts";

// `Canary` starts this thread with a task and nothing else does.
const task = workerData as CanaryTask;
const cardId = newId();
const doc = new Y.Doc();
const sentAt: number[] = [];
const tookMs: number[] = [];
const healthMs: number[] = [];
let faults = 0;

const open = (token: string): WebSocket => {
  const url = `${task.origin.replace("http", "ws")}/sync/${task.boardId}?v=1&token=${token}`;
  const socket = new WebSocket(url);
  socket.on("error", fault);
  socket.on("close", fault);
  return socket;
};
const watcher = open(task.tokens[1]);
watcher.on("open", () => watcher.send(encodeReached(0, 0))); // who never says a word is cut off
watcher.on("message", (data: Buffer) => {
  const message = decodeMessage(new Uint8Array(data));
  if (message.type !== "sync-update") return;
  Y.applyUpdate(doc, message.update);
  const seen = placesOf(doc).get(cardId)?.x ?? -1;
  if (tookMs.length === 0 && seen >= 0) parentPort?.postMessage("first seen");
  while (tookMs.length <= seen) tookMs.push(performance.now() - (sentAt[tookMs.length] ?? 0));
});
const writer = open(task.tokens[0]);
let ticking: NodeJS.Timeout | undefined;
writer.on("open", () => {
  const text = "kanarie";
  send({ op: "create", id: newId(), cardId, kind: "note", text, lever: "h01" });
  ticking = setInterval(tick, task.everyMs);
});

parentPort?.on("message", () => {
  clearInterval(ticking);
  const now = performance.now();
  // What has not arrived yet has waited at least so long.
  const waiting = sentAt.slice(tookMs.length).map((at) => now - at);
  for (const socket of [writer, watcher]) {
    socket.off("close", fault);
    socket.terminate();
  }
  const report: CanaryReport = { waitedMs: [...tookMs, ...waiting], healthMs, faults };
  parentPort?.postMessage(report);
  parentPort?.close();
});

function tick(): void {
  const x = sentAt.length;
  sentAt.push(performance.now());
  send({ op: "place", id: newId(), cardId, lever: "h01", x, y: 0 });
  void probeHealth();
}

function send(command: object): void {
  if (writer.readyState === WebSocket.OPEN) writer.send(encodeCommands([command]));
}

async function probeHealth(): Promise<void> {
  const start = performance.now();
  const isFine = await fetch(`${task.origin}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (isFine) healthMs.push(performance.now() - start);
  else fault();
}

function fault(): void {
  faults += 1;
}
