import type { AuthorsMode, Consent, HeldState, Role } from "@hefboom/board";
import type { KeyRole } from "@hefboom/contract";
import type { Generated } from "kysely";

import type { ErasureKind, ErasureState } from "../erasing/erasure-store.ts";

/** 0 or 1: SQLite has no booleans, and PostgreSQL takes a smallint as well. */
type Flag = 0 | 1;
/** Milliseconds since 1970, server time. */
type Time = number;

export interface Database {
  boards: {
    id: string;
    code: string;
    title: string;
    locale: string;
    authors: AuthorsMode;
    created_at: Time;
    /** Head of the board's log; 0: nothing was written yet. */
    head_seq: Generated<number>;
    /** What `meta.epoch` in the board's document is. */
    epoch: Generated<number>;
  };
  board_keys: { board: string; role: KeyRole; key_hash: Uint8Array; created_at: Time };
  tokens: {
    hash: Uint8Array;
    /** `null`: the organiser, who is on every board. */
    board: string | null;
    role: Role;
    person_id: string;
    created_at: Time;
    expires_at: Time;
    revoked_at: Time | null;
  };
  participants: {
    board: string;
    id: string;
    name: string | null;
    consent: Consent;
    hue: number;
    created_at: Time;
  };
  board_log: { board: string; seq: number; data: Uint8Array; checksum: number; at: Time };
  /** The snapshot that counts: parts of other ids are what a collection that was cut off left. */
  board_snapshots: { board: string; id: number; seq: number; parts: number };
  board_parts: {
    board: string;
    snapshot: number;
    n: number;
    /** A packed part; see snapshots/packing/packed-part.ts. */
    data: Uint8Array;
    /** CRC-32 of `data`. */
    checksum: number;
    /** Size and CRC-32 of the framed, unpacked parts up to and with this one. */
    stream_bytes: number;
    stream_crc: number;
  };
  /** `card`: JSON of facts, place and text. */
  bin: { board: string; card_id: string; binned_at: Time; binned_by: string; card: string };
  /** One row that is written over and over, to find out whether the disk takes something. */
  log_probe: { id: number; data: Uint8Array };
  card_owners: {
    board: string;
    card_id: string;
    person_id: string | null;
    consent: Consent;
    speaker_agrees: Flag;
    deleted: Flag;
  };
  card_events: {
    board: string;
    seq: number;
    /** Place of the run within the batch of `seq`. */
    n: number;
    at: Time;
    phase: string;
    /** See board-log/event-runs.ts. */
    events: string;
  };
  done_commands: {
    board: string;
    id: string;
    /** Empty: somebody erased since. */
    person_id: string;
    inverse: string | null;
    /** Of the entry it was done in. */
    seq: Generated<number>;
  };
  /** Commands whose rows are gone; chunk `n` from 1 on. */
  done_long_ago: {
    board: string;
    n: number;
    /** See board-log/done/mark-set.ts. */
    marks: Uint8Array;
  };
  /** `card`: JSON of facts, place and text. */
  held_cards: { board: string; card_id: string; state: HeldState; since: Time; card: string };
  votes: { board: string; ballot: string; voter: string; target: string; dots: number };
  board_people: {
    board: string;
    person_id: string;
    stopped_at: Time | null;
    hand_at: Time | null;
  };
  acts: {
    board: string;
    seq: number;
    /** Place within the batch of `seq`. */
    n: number;
    id: string;
    at: Time;
    person_id: string;
    role: Role;
    op: string;
    about: string | null;
  };
  board_clients: { board: string; client_id: number; person_id: string | null };
  /** Ids alone; kept when the board is gone, for the day that a copy is restored. */
  erasures: {
    job: string;
    board: string;
    kind: ErasureKind;
    target: string;
    at: Time;
    state: ErasureState;
  };
  essays: { board: string; source: Uint8Array; format: string; view: string };
  settings: { key: string; value: string };
}
