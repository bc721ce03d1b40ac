export { BoardSession } from "./board-session.ts";
export type {
  BoardSessionApi,
  NewCard,
  OutboxStore,
  StoredDrawerEntry,
  StoredEdit,
  StoredOutbox,
  TextEditing,
} from "./board-session-api.ts";
export type { SocketConstructor, SocketLike } from "./connection/socket-port.ts";
export type { BoardSessionOptions } from "./session-options.ts";
export type {
  BoardView,
  CardSaving,
  CardView,
  Connection,
  DrawerEntry,
  PeerView,
} from "./view/board-view.ts";
