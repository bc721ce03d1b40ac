import type { Awareness } from "y-protocols/awareness";

import type { PeerView } from "../board-view.ts";
import { isSamePeer, readCount, readPeer } from "./presence-entry.ts";

/** At most 20 states a second are sent. */
const INTERVAL_MS = 50;

/** Who else is here, and what of us others may see. */
export class Presence {
  readonly #ownId: string;
  readonly #onChange: () => void;
  #awareness: Awareness | undefined;
  #peers: readonly PeerView[] = [];
  #count: number | undefined;
  #card: string | undefined;
  #cursor: { x: number; y: number } | undefined;
  #isShown = false;
  #isReady = false;
  #timer: unknown;
  #isDirty = false;

  constructor(ownId: string, onChange: () => void) {
    this.#ownId = ownId;
    this.#onChange = onChange;
  }

  get peers(): readonly PeerView[] {
    return this.#peers;
  }

  /** People here, this one included. */
  get count(): number {
    return this.#count ?? this.#peers.length + 1;
  }

  attach(awareness: Awareness): void {
    this.#awareness = awareness;
    awareness.on("change", () => this.#read());
    this.#read();
  }

  /** Connected: others may know that we are here. */
  ready(): void {
    this.#isReady = true;
    if (this.#isShown) this.#tell();
  }

  lost(): void {
    this.#isReady = false;
  }

  /** Whether others may see us at all: not with authors hidden, and not as a viewer. */
  show(isShown: boolean): void {
    if (this.#isShown === isShown) return;
    this.#isShown = isShown;
    if (this.#isReady) this.#tell();
  }

  setCard(cardId: string | undefined): void {
    if (this.#card === cardId) return;
    this.#card = cardId;
    this.#tellSoon();
  }

  setCursor(cursor: { x: number; y: number } | undefined): void {
    this.#cursor = cursor;
    this.#tellSoon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isReady = false;
  }

  #tellSoon(): void {
    if (!this.#isShown || !this.#isReady) return;
    if (this.#timer !== undefined) {
      this.#isDirty = true;
      return;
    }
    this.#tell();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isDirty) return;
      this.#isDirty = false;
      this.#tellSoon();
    }, INTERVAL_MS);
  }

  #tell(): void {
    const state = {
      ...(this.#card !== undefined && { card: this.#card }),
      ...(this.#cursor !== undefined && { cursor: this.#cursor }),
    };
    this.#awareness?.setLocalState(this.#isShown ? state : null);
  }

  #read(): void {
    const byPerson = new Map<string, PeerView>();
    let count: number | undefined;
    for (const [clientId, state] of this.#awareness?.getStates() ?? []) {
      count = readCount(state) ?? count;
      const peer = clientId === this.#awareness?.clientID ? undefined : readPeer(state);
      if (peer === undefined || peer.participantId === this.#ownId) continue;
      byPerson.set(peer.participantId, { ...byPerson.get(peer.participantId), ...peer });
    }
    this.#count = count;
    this.#peers = this.#keepSame([...byPerson.values()]);
    this.#onChange();
  }

  /** The older objects where they say the same, so that only what moved is drawn again. */
  #keepSame(peers: PeerView[]): readonly PeerView[] {
    const known = new Map(this.#peers.map((peer) => [peer.participantId, peer]));
    const next = peers
      .map((peer) => {
        const old = known.get(peer.participantId);
        return old !== undefined && isSamePeer(old, peer) ? old : peer;
      })
      .sort((a, b) => (a.participantId < b.participantId ? -1 : 1));
    const isSame =
      next.length === this.#peers.length && next.every((peer, i) => peer === this.#peers[i]);
    return isSame ? this.#peers : next;
  }
}
