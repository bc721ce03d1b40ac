import { isIPv6 } from "node:net";

const WINDOW_MS = 60_000;
/** Most addresses remembered; beyond it the oldest windows go first. */
const ADDRESSES_MAX = 10_000;

/** Counts wrong codes, of joining and of going on elsewhere, per address, in windows of a minute. A right code never comes here. */
export class WrongCodes {
  readonly #windows = new Map<string, { count: number; endsAt: number }>();
  readonly #perMinute: number;
  readonly #now: () => number;

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Notes a wrong code. @returns whether this address has guessed too often by now */
  note(address: string): boolean {
    const now = this.#now();
    const key = networkOf(address);
    const known = this.#windows.get(key);
    const isOpen = known !== undefined && known.endsAt > now;
    const window = isOpen ? known : { count: 0, endsAt: now + WINDOW_MS };
    window.count += 1;
    if (!isOpen) {
      this.#windows.delete(key);
      this.#windows.set(key, window);
      this.#forgetOld(now);
    }
    return window.count > this.#perMinute;
  }

  #forgetOld(now: number): void {
    for (const [address, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size <= ADDRESSES_MAX) return;
      this.#windows.delete(address);
    }
  }
}

/** One household has a whole /64 of IPv6, so that counts as one address. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::", 2);
  const start = head.split(":");
  const end = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  return [...start, ...Array.from({ length: gap }, () => "0"), ...end].slice(0, 4).join(":");
}
