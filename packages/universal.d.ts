/**
 * The few globals that browsers and Node share and that these packages may use.
 * `process`, `document` and the like are left out on purpose: they do not compile here.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
declare const crypto: { getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T };
declare function setTimeout(callback: () => void, delayMs?: number): unknown;
declare function clearTimeout(handle: unknown): void;
declare function clearInterval(handle: unknown): void;
declare function queueMicrotask(callback: () => void): void;
/** `now`: milliseconds of a clock that only goes forward. */
declare const performance: { now(): number };
