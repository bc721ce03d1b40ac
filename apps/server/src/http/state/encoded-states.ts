import { promisify } from "node:util";
import { brotliCompress, constants, gunzip, gzip } from "node:zlib";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const inflateGzip = promisify(gunzip);

export type Encoding = "br" | "gzip";
/** A board's state is already dense; higher levels cost ten times as much for a few percent. */
const BROTLI_QUALITY = 5;
/** Most boards whose latest state is kept compressed. */
const BOARDS_MAX = 50;

/** The latest state of each board, compressed once for everybody who asks at the same time. */
export class EncodedStates {
  readonly #kept = new Map<string, { etag: string; bodies: Map<Encoding, Promise<Buffer>> }>();

  encode(
    boardId: string,
    state: { etag: string; update: Uint8Array },
    encoding: Encoding,
  ): Promise<Buffer> {
    const known = this.#kept.get(boardId);
    const kept = known?.etag === state.etag ? known : { etag: state.etag, bodies: new Map() };
    this.#kept.delete(boardId);
    this.#kept.set(boardId, kept);
    this.#forgetOldest();
    const body = kept.bodies.get(encoding) ?? compress(state.update, encoding);
    kept.bodies.set(encoding, body);
    return body;
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > BOARDS_MAX && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function compress(bytes: Uint8Array, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return compressGzip(bytes);
  return compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
}

/** For the few who take only brotli, where gzip is what is stored. */
export async function gzipToBrotli(gzipped: Buffer): Promise<Buffer> {
  return compress(await inflateGzip(gzipped), "br");
}

/**
 * What this client takes, the one of `liked` first. Who says nothing takes gzip: the contract promises one of the two.
 */
export function chooseEncoding(acceptEncoding: string | undefined, liked: Encoding): Encoding {
  const accepted = (acceptEncoding ?? "").split(",").map((part) => part.trim().toLowerCase());
  const isRefused = (part: string) => /;\s*q=0(\.0*)?$/.test(part);
  const takes = (name: Encoding) =>
    accepted.some((part) => part.split(";")[0]?.trim() === name && !isRefused(part));
  if (takes(liked)) return liked;
  return takes("br") ? "br" : "gzip";
}
