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

  /** Called when there may be some: after a commit that changed what is beside the document, and when the board was read. */
  show({ books }: RoomState): void {
    if (this.#isShowing || books.held.due === 0) return;
    this.#isShowing = true;
    void this.#ports
      .change((batch) => batch.showDue(AT_ONCE))
      .finally(() => {
        this.#isShowing = false;
      })
      .then(() => this.#showRest())
      .catch(() => undefined); // it was not stored, which others are told of: `check` tries again
  }

  /** Called with each heartbeat, for what could not be stored or read before. */
  check(): void {
    void this.#showRest().catch(() => undefined); // the board cannot be read now: the next heartbeat asks again
  }

  #showRest(): Promise<void> {
    return this.#ports.read((state) => this.show(state));
  }
}
