export type { Answer } from "./answer.ts";
export type { Aside, AsideCard, GivenDots, StaffAside } from "./aside.ts";
export { type CloseCode, closeCode } from "./close-code.ts";
export { decodeMessage, type Message, MessageError } from "./decode.ts";
export {
  encodeAside,
  encodeCommands,
  encodePresence,
  encodeReached,
  encodeSync,
  encodeTextEdit,
  encodeWrittenPresence,
  type PresenceEntry,
  type WrittenPresence,
} from "./encode.ts";
export { frameParts, splitParts } from "./framed-parts.ts";
export { type HeardPresence, hearPresence } from "./hear-presence.ts";
export { COMMANDS_MAX, messageType, PROTOCOL_VERSION } from "./message-type.ts";
