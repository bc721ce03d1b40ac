import type { Role } from "@hefboom/board";
import type { Problem } from "@hefboom/contract";

/** The server said no, or could not be reached (`status` 0, code "OFFLINE"). */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = status;
  }

  /** Whether the same call may well succeed a little later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

interface ApiCall {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Address on this origin, such as `/api/boards`. */
  path: string;
  /** Sent as JSON, a Blob or File as it is with its own type. */
  body?: unknown;
  /** Which of this browser's credentials counts. */
  role?: Role | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * One call of the HTTP API. The type parameter is the answer's type by contract: both sides share its schema.
 * @returns the JSON answer; `undefined` when it has no body
 * @throws {ApiError} when the server refuses or cannot be reached
 */
export async function callApi<T>(call: ApiCall): Promise<T> {
  const answer = await readJson(await request(call));
  return answer as T; // the contract's schema for this address, checked by the server
}

/** The same for an answer of any kind. @throws {ApiError} */
export async function request(call: ApiCall): Promise<Response> {
  const response = await send(call);
  if (response.ok) return response;
  const answer = await readJson(response);
  const problem = isProblem(answer) ? answer : { code: "UNEXPECTED", message: response.statusText };
  throw new ApiError(problem.code, response.status, problem.message);
}

async function send({ method, path, body, role, signal }: ApiCall): Promise<Response> {
  const headers = new Headers({ accept: "application/json" });
  if (role !== undefined) headers.set("x-hefboom-role", role);
  if (body !== undefined && !(body instanceof Blob))
    headers.set("content-type", "application/json");
  const content = body === undefined || body instanceof Blob ? body : JSON.stringify(body);
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      body: content ?? null,
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError("OFFLINE", 0, "the server cannot be reached", { cause });
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a proxy's HTML page, say; the status tells enough
  }
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === "object" && answer !== null && "code" in answer && "message" in answer;
}
