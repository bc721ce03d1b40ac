import type { Batch } from "../batch/batch.ts";
import type { RoomState } from "../state/room-state.ts";

/** Cards that are revealed in one batch. */
const AT_ONCE = 150;

interface DuePorts {
  /** Does something in the next batch. @throws {CannotSaveError} */
  change(run: (batch: Batch) => void): Promise<void>;
  read<T>(read: (state: RoomState) => T): Promise<T>;
}

/** Brings what was revealed onto the board some at a time, so that a full hall's silence holds up nobody. */
export class DueCards {
  readonly #ports: DuePorts;
  #isShowing = false;

  constructor(ports: DuePorts) {
    this.#ports = ports;
  }

  /** Called whenever there may be some: after a commit, a restart, and now and then. */
  show({ books }: RoomState): void {
    if (this.#isShowing || books.held.due === 0) return;
    this.#isShowing = true;
    void this.#ports
      .change((batch) => batch.showDue(AT_ONCE))
      .finally(() => {
        this.#isShowing = false;
      })
      .then(() => this.#showRest())
      .catch(() => undefined); // nothing can be stored now: it is tried again now and then
  }

  /** For who has no state at hand. */
  check(): void {
    void this.#showRest().catch(() => undefined); // nothing can be read now either
  }

  #showRest(): Promise<void> {
    return this.#ports.read((state) => this.show(state));
  }
}
