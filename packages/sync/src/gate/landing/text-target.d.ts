import * as Y from "yjs";
/**
 * Where a struct lands: in the text of a card, or nowhere because its parent or neighbour was deleted and
 * collected (Yjs then stores it without effect).
 */
export type Target =
  | {
      kind: "text";
      type: Y.AbstractType<unknown>;
      cardId: string;
    }
  | {
      kind: "gone";
    };
export declare const GONE: Target;
/** The card whose text `type` is. @throws {Refusal} when it is anything but a text of the root `texts` */
export declare function targetOfType(doc: Y.Doc, type: Y.AbstractType<unknown>): Target;
/** Target of what is put beside the stored struct at `id`. */
export declare function targetBesideStored(doc: Y.Doc, id: Y.ID): Target;
/** Target of what is put into the type that the stored struct at `id` holds. */
export declare function targetInsideStored(doc: Y.Doc, id: Y.ID): Target;
/** Two neighbours must stand in one text: Yjs would follow the left one and break the right one's list. */
export declare function commonTarget(left: Target | undefined, right: Target | undefined): Target;
