import * as Y from "yjs";
import type { Struct } from "../read-update.ts";
import { type Target } from "./text-target.ts";
/** A new struct with the place it will land in. */
export interface LandedStruct {
  readonly clientId: number;
  readonly clock: number;
  readonly length: number;
  readonly target: Target;
  /** Characters that count as text; 0 for deleted and collected ones. */
  readonly characters: number;
}
/**
 * Follows each new struct of an update to where it lands, after all it hangs on, as Yjs will.
 * @throws {Refusal} on a gap, an unknown neighbour, a content other than characters, or a place outside the texts
 */
export declare class NewStructs {
  #private;
  constructor(doc: Y.Doc, structs: readonly Struct[]);
  /** First clock of `clientId` that is neither stored nor in this update. */
  stateOf(clientId: number): number;
  /** All that is new, by client and clock. */
  landed(): Generator<LandedStruct>;
  /** The new structs of one client, by clock. */
  landedOf(clientId: number): readonly LandedStruct[];
}
