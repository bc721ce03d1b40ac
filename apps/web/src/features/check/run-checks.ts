import { newId } from "@hefboom/board";
import { closeCode } from "@hefboom/contract/messages";
import { del, get, set } from "idb-keyval";

import { request } from "../../api/call-api.ts";
import { answered, type Outcome } from "./outcomes.ts";

const PATIENCE_MS = 10_000;

/** One small answer of the server, and how long it took. Never rejects. */
export async function checkReach(signal: AbortSignal): Promise<Outcome> {
  const startedAt = performance.now();
  const cut = new AbortController(); // older phones cannot join two signals
  const giveUp = () => cut.abort();
  const timer = setTimeout(giveUp, PATIENCE_MS);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    const answer = await request({ method: "GET", path: "/healthz", signal: cut.signal });
    await answer.arrayBuffer(); // else the request stays open
    return answered(performance.now() - startedAt);
  } catch {
    return { state: "bad", why: "silent" };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens a socket to a board that does not exist: that the server closes it with "no access" proves that sockets get
 * through both ways; what a network in between cuts off has another code.
 */
export function checkSocket(signal: AbortSignal): Promise<Outcome> {
  const startedAt = performance.now();
  const address = `${location.origin.replace(/^http/, "ws")}/sync/${newId()}`;
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    const giveUp = () => {
      resolve({ state: "bad", why: "silent" });
      socket.close();
    };
    const timer = setTimeout(giveUp, PATIENCE_MS);
    signal.addEventListener("abort", giveUp, { once: true });
    socket.addEventListener("close", ({ code }) => {
      clearTimeout(timer);
      const isAnswer = code === closeCode.noAccess;
      resolve(
        isAnswer ? answered(performance.now() - startedAt) : { state: "bad", why: "refused" },
      );
    });
  });
}

const PROBE = "hefboom:check";

/** Writes, reads and removes one value where cards wait that are not saved yet. Never rejects. */
export async function checkStorage(): Promise<Outcome> {
  const startedAt = performance.now();
  try {
    await set(PROBE, startedAt);
    const isKept = (await get(PROBE)) === startedAt;
    await del(PROBE);
    return isKept ? answered(performance.now() - startedAt) : { state: "bad", why: "denied" };
  } catch {
    return { state: "bad", why: "denied" };
  }
}
