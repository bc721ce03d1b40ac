import * as Y from "yjs";
import type { UpdateLimits } from "./gate-context.ts";
export type Struct = Y.Item | Y.GC | Y.Skip;
export interface Range {
  readonly clock: number;
  readonly len: number;
}
export type DeleteRanges = ReadonlyMap<number, readonly Range[]>;
/** What is new in an update: structs that the document does not have, and all deletions that came with them. */
export interface NewPart {
  /** Update v1; Yjs reads from it exactly `structs` and `deletions`. */
  readonly update: Uint8Array;
  readonly structs: readonly Struct[];
  readonly deletions: DeleteRanges;
}
/**
 * Decodes `update` once when all of it is new, as typing is; only a resend has known structs to cut off.
 * @throws {TooBigError} when what is new has more bytes or structs than one update may
 * @throws {Error} of any kind when the bytes are no update that Yjs would read as it is meant
 */
export declare function readUpdate(doc: Y.Doc, update: Uint8Array, limits: UpdateLimits): NewPart;
