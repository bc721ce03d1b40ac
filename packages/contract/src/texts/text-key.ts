import type participant from "./nl/participant.json";
import type server from "./nl/server.json";
import type staff from "./nl/staff.json";

/** Name of a text that people see; the catalogues of each language hold one for every key. */
export type TextKey = keyof typeof participant | keyof typeof staff | keyof typeof server;
