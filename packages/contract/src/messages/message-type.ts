/** First varUint of a message: 0 to 3 are y-websocket's own, 4 to 7 ours. */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  commands: 4,
  textEdit: 5,
  reached: 6,
  aside: 7,
} as const;

/** Second varUint of a sync message (y-protocols/sync). */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Version of our client's protocol, sent as `v`. */
export const PROTOCOL_VERSION = 1;

/** Most commands in one message or one HTTP body. */
export const COMMANDS_MAX = 500;
