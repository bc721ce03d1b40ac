/** One limit: its variable, its default, and what is counted. */
interface LimitRule {
  readonly variable: `LIMIT_${string}`;
  readonly default: number;
  readonly unit: string;
}

/** Every limit that can be set from outside; a test compares README's table with this one. */
export const limitRules = {
  connectionsPerAddress: rule("LIMIT_CONNECTIONS_PER_ADDRESS", 2_000, "sockets of one address"),
  connectionsPerBoard: rule("LIMIT_CONNECTIONS_PER_BOARD", 2_000, "sockets of one board"),
  participants: rule("LIMIT_PARTICIPANTS", 5_000, "participants of one board"),
  joinsPerMinute: rule(
    "LIMIT_JOINS_PER_MINUTE",
    60,
    "wrong join codes and wrong codes to continue elsewhere of one address in a minute",
  ),
  messagesPerSecond: rule("LIMIT_MESSAGES_PER_SECOND", 100, "messages of one socket in a second"),
  messagesBurst: rule("LIMIT_MESSAGES_BURST", 400, "messages of one socket at once"),
  bytesPerSecond: rule(
    "LIMIT_BYTES_PER_SECOND",
    65_536,
    "bytes from one socket, and of one participant, in a second",
  ),
  frameBytes: rule("LIMIT_FRAME_BYTES", 262_144, "bytes of one frame"),
  updateBytes: rule("LIMIT_UPDATE_BYTES", 65_536, "bytes that are new in one update"),
  updateStructs: rule("LIMIT_UPDATE_STRUCTS", 5_000, "structs that are new in one update"),
  boardBytes: rule("LIMIT_BOARD_BYTES", 16 * 1_048_576, "bytes of one board"),
  readerBytes: rule("LIMIT_READER_BYTES", 1_048_576, "bytes queued for a slow reader"),
  presenceBytes: rule("LIMIT_PRESENCE_BYTES", 512, "bytes of one person's presence"),
  presencePerSecond: rule("LIMIT_PRESENCE_PER_SECOND", 20, "presence messages in a second"),
  clientIds: rule("LIMIT_CLIENT_IDS", 64, "Yjs clientIDs of one participant"),
  firstMessageSeconds: rule("LIMIT_FIRST_MESSAGE_SECONDS", 10, "seconds to a first message"),
  silenceSeconds: rule("LIMIT_SILENCE_SECONDS", 60, "seconds of silence of a peer"),
} as const;

export type Limits = Record<keyof typeof limitRules, number>;

function rule(variable: LimitRule["variable"], standard: number, unit: string): LimitRule {
  return { variable, default: standard, unit };
}
