import { type Command, newId } from "@hefboom/board";
import type { CreatedBoard, Joined } from "@hefboom/contract";

/** A server and its organiser's key; whoever started it. */
interface Api {
  origin: string;
  organiserKey: string;
}

interface Call {
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** HTTP as a program without cookies speaks it. */
export async function call(server: Api, path: string, options: Call = {}): Promise<Response> {
  const headers: Record<string, string> = { ...options.headers };
  if (options.token !== undefined) headers["authorization"] = `Bearer ${options.token}`;
  if (options.body !== undefined) headers["content-type"] ??= "application/json";
  const isText = typeof options.body === "string";
  const body = isText ? String(options.body) : JSON.stringify(options.body);
  return fetch(server.origin + path, {
    method: options.method ?? (options.body === undefined ? "GET" : "POST"),
    headers,
    ...(options.body === undefined ? {} : { body }),
  });
}

async function json<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  // The shape is the contract's; a test that relies on more checks it.
  return (await answer.json()) as T;
}

export async function makeBoard(
  server: Api,
  body: Record<string, unknown> = {},
): Promise<CreatedBoard> {
  const token = server.organiserKey;
  return json(
    await call(server, "/api/boards", { token, body: { title: "Proefsessie", ...body } }),
  );
}

export async function join(
  server: Api,
  code: string,
  body: Record<string, unknown> = {},
): Promise<Joined> {
  return json(await call(server, "/api/join", { body: { code, ...body } }));
}

export async function facilitatorToken(server: Api, board: CreatedBoard): Promise<string> {
  const body = { key: board.facilitatorKey, boardId: board.id };
  const answer = await call(server, "/api/sessions", { body });
  return (await json<{ token: string }>(answer)).token;
}

export interface Answered {
  id: string;
  saved?: true;
  refused?: string;
}

export async function send(
  server: Api,
  boardId: string,
  token: string,
  commands: readonly Command[],
): Promise<Answered[]> {
  return json(await call(server, `/api/boards/${boardId}/commands`, { token, body: commands }));
}

export function aNote(
  text: string,
  lever: string | null = "h01",
): Extract<Command, { op: "create" }> {
  return { op: "create", id: newId(), cardId: newId(), kind: "note", text, lever };
}
