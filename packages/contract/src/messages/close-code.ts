/** WebSocket close codes. 44xx is final for y-websocket, 45xx is tried again. */
export const closeCode = {
  malformed: 4400,
  noAccess: 4401,
  notAllowed: 4403,
  tooBig: 4409,
  replicaOutOfDate: 4410,
  oldClient: 4426,
  damaged: 4500,
  cannotSave: 4507,
  readerTooSlow: 4508,
  boardFull: 4513,
  tooFast: 4529,
  textFrame: 1003,
  frameTooBig: 1009,
  restart: 1012,
} as const;
export type CloseCode = (typeof closeCode)[keyof typeof closeCode];
