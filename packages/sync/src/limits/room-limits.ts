/** What one board and one socket may take; all of them are settings. */
export interface RoomLimits {
  /** Largest new part of one update, in bytes. */
  updateBytes: number;
  /** Most new structs in one update. */
  updateStructs: number;
  /** Most Yjs clientIDs that one person writes under on a board. */
  clientIds: number;
  /** What one participant may write on a board in a second, in bytes; 64 times as much at once. */
  bytesPerSecond: number;
  /** Largest board, in bytes of its document. */
  boardBytes: number;
  /** A reader with more bytes than this waiting gets nothing more until it has read them. */
  readerBytes: number;
  /** Largest presence state of a client, in bytes of its JSON in UTF-8. */
  presenceBytes: number;
  /** Most presence messages of one socket in a second; more are dropped. */
  presencePerSecond: number;
}

export const defaultRoomLimits: RoomLimits = {
  updateBytes: 64 * 1024,
  updateStructs: 5_000,
  clientIds: 64,
  bytesPerSecond: 64 * 1024,
  boardBytes: 16 * 1024 * 1024,
  readerBytes: 1024 * 1024,
  presenceBytes: 512,
  presencePerSecond: 20,
};
