import type { IncomingMessage } from "node:http";
import { PROTOCOL_VERSION } from "@hefboom/contract/messages";
import type { ConnectionMode } from "@hefboom/sync";

/** What an upgrade asks for, read from its address; nothing of it is believed yet. */
export interface Knock {
  /** As it stands in the address; may be no board at all, and is then answered like one that nobody may see. */
  boardId: string;
  /** "old": our own client of a version that is no longer served. */
  mode: ConnectionMode | "old";
}

const PATH = /^\/sync\/([^?]+)/;
const SINCE = /^(\d{1,15})\.(\d{1,15})$/;

/** `undefined` when the address is none of ours. */
export function readKnock(request: IncomingMessage): Knock | undefined {
  const boardId = PATH.exec(request.url ?? "")?.[1];
  if (boardId === undefined) return undefined;
  const query = new URLSearchParams(request.url?.split("?", 2)[1] ?? "");
  return { boardId, mode: modeOf(query) };
}

function modeOf(query: URLSearchParams): Knock["mode"] {
  const version = query.get("v");
  if (version === null) return { kind: "stock" };
  if (version !== String(PROTOCOL_VERSION)) return "old";
  const since = SINCE.exec(query.get("since") ?? "");
  const coarse = query.get("tick") === "coarse" ? { isCoarse: true } : {};
  if (since === null) return { kind: "own", since: undefined, ...coarse };
  return { kind: "own", since: { epoch: Number(since[1]), seq: Number(since[2]) }, ...coarse };
}
