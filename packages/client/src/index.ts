export { BoardSession } from "./board-session.ts";
export type {
  Asked,
  Asking,
  AskOutcome,
  BoardSessionApi,
  NewCard,
  TextEditing,
} from "./board-session-api.ts";
export type {
  BoardView,
  CardSaving,
  CardView,
  Connection,
  DrawerEntry,
  PeerView,
} from "./board-view.ts";
export type { SocketConstructor, SocketLike } from "./connection/socket-port.ts";
export type { OutboxCommand } from "./outbox/outbox-command.ts";
export type { OutboxStore } from "./outbox/outbox-store.ts";
export type {
  OutboxState,
  PendingCommand,
  StoredDrawerEntry,
  StoredEdit,
} from "./outbox/state/outbox-state.ts";
export { readOutbox } from "./outbox/state/outbox-state.ts";
export { isSameOutbox } from "./outbox/state/same-outbox.ts";
export type { FetchedState } from "./replica/fetched-state.ts";
export type {
  ReplicaChunk,
  ReplicaStore,
  ReplicaVersion,
  StoredReplica,
} from "./replica/replica-store.ts";
export type { BoardSessionOptions } from "./session-options.ts";
