export type { Answer } from "./answer.ts";
export { type CloseCode, closeCode } from "./close-code.ts";
export { decodeMessage, type Message, MessageError } from "./decode.ts";
export {
  encodeCommands,
  encodePresence,
  encodeReached,
  encodeSync,
  encodeTextEdit,
  type PresenceEntry,
} from "./encode.ts";
export { COMMANDS_MAX, messageType, PROTOCOL_VERSION } from "./message-type.ts";
