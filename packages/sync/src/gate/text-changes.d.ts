/** By how many characters an update makes each text longer, or shorter. */
export declare class TextChanges {
  #private;
  /** @param maxTaken most live pieces of text that may be deleted; each is cut out of a long list */
  constructor(maxTaken: number);
  grow(cardId: string, characters: number): void;
  /** @throws {TooBigError} */
  takeLive(cardId: string, characters: number): void;
  get cards(): ReadonlySet<string>;
  get isEmpty(): boolean;
  growthOf(cardId: string): number;
}
