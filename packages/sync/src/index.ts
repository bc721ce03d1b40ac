export type { Packet } from "./audience/packet.ts";
export type { Socket } from "./audience/socket.ts";
export { InvalidCommandError } from "./batch/parse-commands.ts";
export {
  type Act,
  type BoardLog,
  type BoardRecords,
  type BookChanges,
  type CardEvent,
  type DoneCommandRow,
  type LogEntry,
  LogError,
  type LogErrorCode,
  type PersonRow,
  type Rewriting,
  type Seq,
  type StoredLog,
  type StoredSnapshot,
  type StoredUpdate,
  type VoteRow,
} from "./board-log.ts";
export { Connection, type ConnectionMode } from "./connection/connection.ts";
export { RateLimit, type RateLimits, UNLIMITED } from "./limits/rate-limit.ts";
export { defaultRoomLimits, type RoomLimits } from "./limits/room-limits.ts";
export type { PresentPerson } from "./presence/present-client.ts";
export { CannotSaveError } from "./room/cannot-save-error.ts";
export { Room } from "./room/room.ts";
export type { EssayQuote, RoomApi, RoomHubApi } from "./room-api.ts";
export { HubClosedError, RoomHub } from "./room-hub.ts";
export { loadDocument } from "./snapshot/load-document.ts";
export { loadThinned } from "./snapshot/load-thinned.ts";
export { snapshotParts } from "./snapshot/snapshot-parts.ts";
export { tailParts } from "./snapshot/tail-parts.ts";
export { type HistoryShare, historyShare } from "./snapshot/thin-history.ts";
