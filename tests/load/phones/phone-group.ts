import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

import type { FromPhones, PhoneOrders, Standing, ToPhones } from "./phone-messages.ts";

const PROCESS = fileURLToPath(new URL("./phone-process.ts", import.meta.url));

export interface Tap {
  cardId: string;
  /** Unix time in ms, as all moments here. */
  at: number;
  phone: number;
}

/** A process with phones in it, and what they have told. */
export class PhoneGroup implements AsyncDisposable {
  readonly taps: Tap[] = [];
  standing: Standing = { online: 0, pending: 0, refused: 0, stoodStillMs: 0 };
  /** Of each half second, how long the process stood still in it, in ms. */
  readonly stoodStillMs: number[] = [];
  readonly size: number;
  readonly #connectedAt = new Map<number, number[]>();
  readonly #child: ChildProcess;

  constructor(orders: PhoneOrders) {
    this.size = orders.tickets.length;
    this.#child = fork(PROCESS, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    this.#child.on("message", (message: FromPhones) => this.#hear(message));
    this.#tell({ kind: "orders", orders });
  }

  write(): void {
    this.#tell({ kind: "write" });
  }

  /** Locks the screens of all phones of this process. */
  lock(): void {
    this.#child.kill("SIGSTOP");
  }

  unlock(): void {
    this.#child.kill("SIGCONT");
  }

  /** When this phone got its last socket before `at`. */
  connectedBefore(phone: number, at: number): number {
    return (this.#connectedAt.get(phone) ?? []).findLast((moment) => moment <= at) ?? 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await gone;
  }

  #tell(message: ToPhones): void {
    this.#child.send(message);
  }

  #hear(message: FromPhones): void {
    if (message.kind === "tap") this.taps.push(message);
    else if (message.kind === "connected") {
      const moments = this.#connectedAt.get(message.phone) ?? [];
      this.#connectedAt.set(message.phone, [...moments, message.at]);
    } else if (message.kind === "standing") {
      this.standing = message;
      this.stoodStillMs.push(message.stoodStillMs);
    }
  }
}
