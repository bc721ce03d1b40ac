import type { EssayFormat } from "@hefboom/essay";
import type { FastifyInstance } from "fastify";

import { HttpError } from "../errors/http-error.ts";

/** Largest file that is read at all; what is inside may be a lot less. */
export const ESSAY_MAX_BYTES = 20 * 1_048_576;

const formats: ReadonlyMap<string, EssayFormat> = new Map([
  ["text/plain", "plain"],
  ["text/markdown", "markdown"],
  ["text/x-markdown", "markdown"],
]);
const LATER: ReadonlyMap<string, string> = new Map([
  ["application/pdf", "PDF"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word (DOCX)"],
]);

export function formatOf(contentType: string | undefined): EssayFormat {
  return formats.get(contentType?.split(";")[0]?.trim().toLowerCase() ?? "") ?? "plain";
}

/** Which bodies this plugin's routes take: text as bytes; anything else is refused before it is read. */
export function takeEssays(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: "buffer", bodyLimit: ESSAY_MAX_BYTES } as const;
  app.addContentTypeParser([...formats.keys()], options, (_request, body, done) =>
    done(null, body),
  );
  app.addContentTypeParser("*", (request, _payload, done) => {
    const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
    done(new HttpError(415, "UNSUPPORTED_MEDIA_TYPE", refusal(LATER.get(type))));
  });
}

function refusal(name: string | undefined): string {
  const instead = "save the essay as plain text (.txt) or Markdown (.md) and load that";
  return name === undefined
    ? `an essay is text/plain or text/markdown; ${instead}`
    : `${name} essays are not supported yet in this version; ${instead}`;
}
