import type {
  CreatedBoard,
  JoinBody,
  Joined,
  NewBoardBody,
  StartedSession,
} from "@hefboom/contract";

import { organiser, type TestApp } from "./open-test-app.ts";

/** What tests ask of a workshop, over HTTP like anybody else. */
export interface Workshop {
  readonly board: CreatedBoard;
  join(body?: Partial<JoinBody>): Promise<Joined>;
  session(key: string): Promise<StartedSession>;
  command(token: string, body: unknown): Promise<Response>;
}
interface Response {
  statusCode: number;
  body: unknown;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export async function openWorkshop(
  { app }: TestApp,
  plan: Partial<NewBoardBody> = {},
): Promise<Workshop> {
  const payload = { title: "Proefworkshop", ...plan };
  const made = await app.inject({
    method: "POST",
    url: "/api/boards",
    headers: organiser,
    payload,
  });
  const board = made.json<CreatedBoard>();
  return {
    board,
    async join(body = {}) {
      const payload = { code: board.code, ...body };
      return (await app.inject({ method: "POST", url: "/api/join", payload })).json<Joined>();
    },
    async session(key) {
      const answer = await app.inject({ method: "POST", url: "/api/sessions", payload: { key } });
      return answer.json<StartedSession>();
    },
    async command(token, body) {
      const answer = await app.inject({
        method: "POST",
        url: `/api/boards/${board.id}/commands`,
        headers: { ...bearer(token), "content-type": "application/json" },
        payload: JSON.stringify(body),
      });
      return { statusCode: answer.statusCode, body: answer.json<unknown>() };
    },
  };
}
