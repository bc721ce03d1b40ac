import Type from "typebox";

/** Id of a card, a command, a board or a person: 20 characters, about 103 bits when random. */
export const idSchema = Type.String({ pattern: "^[0-9a-z]{20}$" });

/** Stands where an id of a person has to stand, and nobody is told whose. */
export const NOBODY_ID = "0".repeat(20);

/** Id of a lever, a group, a label or a label set: a short name from the template. */
export const slugSchema = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,39}$" });

/** Locale tag such as `nl` or `en`. */
export const localeSchema = Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$" });
