import * as Y from "yjs";
/**
 * Characters that an item adds to its text; none when it was deleted before it came here.
 * @throws {Refusal} for any content but characters, and for characters that cannot be stored
 */
export declare function plainCharacters({ content }: Y.Item): number;
