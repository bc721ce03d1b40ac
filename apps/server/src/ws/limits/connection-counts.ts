import type { Limits } from "../../limits.ts";

/** How many sockets are open, by address and by board. */
export class ConnectionCounts {
  readonly #limits: Pick<Limits, "connectionsPerAddress" | "connectionsPerBoard">;
  readonly #byAddress = new Map<string, number>();
  readonly #byBoard = new Map<string, number>();

  constructor(limits: Pick<Limits, "connectionsPerAddress" | "connectionsPerBoard">) {
    this.#limits = limits;
  }

  mayEnter(address: string, boardId: string): boolean {
    return (
      (this.#byAddress.get(address) ?? 0) < this.#limits.connectionsPerAddress &&
      (this.#byBoard.get(boardId) ?? 0) < this.#limits.connectionsPerBoard
    );
  }

  /** @returns what to call once when the socket is gone */
  enter(address: string, boardId: string): () => void {
    add(this.#byAddress, address, 1);
    add(this.#byBoard, boardId, 1);
    return () => {
      add(this.#byAddress, address, -1);
      add(this.#byBoard, boardId, -1);
    };
  }
}

function add(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
