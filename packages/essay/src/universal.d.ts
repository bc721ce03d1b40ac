/** The globals that browsers and Node share and that this package uses; nothing else compiles here. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(input?: Uint8Array): string;
}
