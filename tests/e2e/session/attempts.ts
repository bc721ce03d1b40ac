import { type Command, newId } from "@hefboom/board";
import type { Joined } from "@hefboom/contract";
import { encodeReached } from "@hefboom/contract/messages";
import { expect } from "@playwright/test";
import * as Y from "yjs";

import { call, send } from "../../support/api.ts";
import { Peer } from "../../support/people/peer.ts";
import type { Hall } from "./hall.ts";

/** What a participant may try; the ids are those of a card of their own and of somebody else's. */
export interface Known {
  own?: string;
  foreign?: string;
  lever?: string;
}
type Attempt = (known: Known) => Distribute<Command>;
type Distribute<C> = C extends Command ? Omit<C, "id"> : never;

const nobody = newId();
const foreign = ({ foreign: cardId = nobody }: Known) => ({ cardId });
const own = ({ own: cardId = nobody }: Known) => ({ cardId });

const attempts = {
  create: ({ lever = "h11" }) => {
    return { op: "create", cardId: newId(), kind: "note", text: "Sluipkaart", lever };
  },
  rewriteOwn: (known) => ({ op: "rewrite", ...own(known), text: "Sluipkaart" }),
  placeOwn: (known) => ({ op: "place", ...own(known), lever: "h11" }),
  deleteOwn: (known) => ({ op: "delete", ...own(known) }),
  rewriteForeign: (known) => ({ op: "rewrite", ...foreign(known), text: "Sluipkaart" }),
  placeForeign: (known) => ({ op: "place", ...foreign(known), lever: "h11" }),
  deleteForeign: (known) => ({ op: "delete", ...foreign(known) }),
  hide: (known) => ({ op: "hide", ...foreign(known) }),
  show: (known) => ({ op: "show", ...foreign(known) }),
  cluster: ({ own: a = nobody, foreign: b = newId() }) => {
    return { op: "cluster", clusterId: newId(), title: "Sluipkop", members: [a, b] };
  },
  vote: ({ foreign: target = nobody }) => ({ op: "vote", target, dots: 1 }),
  voteTooMuch: ({ foreign: target = nobody }) => ({ op: "vote", target, dots: 4 }),
  voteForOther: ({ foreign: target = nobody }) => {
    return { op: "vote", target, dots: 1, voter: "tafel 4" };
  },
  phase: () => ({ op: "phase", to: "harvest", seq: 0 }),
  timer: () => ({ op: "timer", change: { kind: "add", minutes: 9 } }),
  lock: () => ({ op: "lock", lever: null, isLocked: true }),
  spotlight: () => ({ op: "spotlight", target: { kind: "lever", id: "h01" } }),
  settings: () => ({ op: "settings", settings: { isClosed: true } }),
  reveal: () => ({ op: "reveal" }),
  stop: () => ({ op: "stop", personId: nobody }),
  rename: () => ({ op: "rename", personId: nobody, name: "Sluipnaam" }),
  ballot: () => ({ op: "ballot", change: "reveal" }),
} satisfies Record<string, Attempt>;
export type AttemptName = keyof typeof attempts;

/** What no participant may do in any phase. */
export const NEVER = {
  hide: "not-allowed",
  show: "not-allowed",
  phase: "not-allowed",
  timer: "not-allowed",
  lock: "not-allowed",
  spotlight: "not-allowed",
  settings: "not-allowed",
  reveal: "not-allowed",
  stop: "not-allowed",
  rename: "not-allowed",
  ballot: "not-allowed",
} as const satisfies Partial<Record<AttemptName, string>>;
export type Refusals = Partial<Record<AttemptName, string>>;

/** Tries everything in `expected` by HTTP and by raw sockets of both kinds, and holds the answers against it. */
export async function tryAll(
  hall: Hall,
  person: Joined,
  expected: Refusals,
  known: Known = {},
): Promise<void> {
  const names = Object.keys(expected) as AttemptName[]; // keys of a literal of this type
  const fresh = () => names.map((name) => ({ id: newId(), ...attempts[name](known) }) as Command);
  const byHttp = await tryByHttp(hall, person, fresh());
  const bySocket = await trySocket(hall, person, fresh(), "own");
  const byStock = await trySocket(hall, person, fresh(), "stock");
  for (const answers of [byHttp, bySocket, byStock]) {
    expect(Object.fromEntries(names.map((name, at) => [name, answers[at]]))).toEqual(expected);
  }
}

async function tryByHttp(hall: Hall, { token }: Joined, commands: Command[]) {
  const answers = await send(hall.server, hall.boardId, token, commands);
  return answers.map(({ refused, saved }) => refused ?? String(saved));
}

async function trySocket(
  { server, boardId }: Hall,
  { token }: Joined,
  commands: Command[],
  mode: "own" | "stock",
) {
  using peer = new Peer(server, boardId, token, { mode });
  await peer.synced();
  if (mode === "own") peer.send(encodeReached(0, 0));
  peer.sendCommands(commands);
  const answers = await Promise.all(commands.map(({ id }) => peer.answered(id)));
  expect(peer.closeCode).toBeUndefined();
  return answers.map((answer) => (answer && "refused" in answer ? answer.refused : "true"));
}

/** Writes into the document past all commands, as a forged client would. @returns how the server closes the socket */
export async function forge(
  { server, boardId }: Hall,
  { token }: Joined,
  write: (doc: Y.Doc) => void,
): Promise<number> {
  using peer = new Peer(server, boardId, token);
  await peer.synced();
  const before = Y.encodeStateVector(peer.doc);
  write(peer.doc);
  peer.sendUpdate(Y.encodeStateAsUpdate(peer.doc, before));
  return await peer.closed(); // before the peer is disposed of
}

/** What only those who lead may ask the server for. @returns the paths that were not refused */
export async function openDoors({ server, boardId }: Hall, { token }: Joined): Promise<string[]> {
  const asked = [
    ["GET", "participants"],
    ["GET", "log"],
    ["GET", "export?format=json"],
    ["POST", "code"],
    ["POST", "keys"],
  ] as const;
  const open: string[] = [];
  for (const [method, path] of asked) {
    const options = { method, token, ...(path === "keys" && { body: { role: "facilitator" } }) };
    const { status } = await call(server, `/api/boards/${boardId}/${path}`, options);
    if (status !== 403) open.push(`${path}: ${status}`);
  }
  return open;
}
