export type {
  BoardSessionApi,
  NewCard,
  OutboxStore,
  StoredOutbox,
  TextEditing,
} from "./board-session-api.ts";
export type {
  BoardView,
  CardSaving,
  CardView,
  Connection,
  DrawerEntry,
  PeerView,
} from "./view/board-view.ts";
