import { sessionOf } from "@hefboom/board";

import type { AccessStore } from "../access/access-store.ts";
import { Credentials } from "../access/credentials.ts";
import { type BoardHub, BoardOffice } from "../boards/board-office.ts";
import { EssayShelf } from "../boards/essay-shelf.ts";
import type { Config } from "../config.ts";
import type { Eraser } from "../erasing/eraser.ts";
import type { ErasureStore } from "../erasing/erasure-store.ts";
import { JoinDesk } from "../joining/join-desk.ts";
import { TransferDesk } from "../joining/transfer-desk.ts";
import { WrongCodes } from "../joining/wrong-codes.ts";
import { BaseChooser } from "../links/base-chooser.ts";
import type { Interfaces } from "../links/local-addresses.ts";
import type { StateReader } from "../snapshots/state-reader.ts";
import { Guard } from "./guard.ts";

/** What the program stands on; `main.ts` chooses it. */
export interface ServiceDeps {
  config: Pick<Config, "publicUrl" | "host" | "limits">;
  store: AccessStore;
  hub: BoardHub;
  eraser: Eraser;
  erasures: ErasureStore;
  states: StateReader;
  organiserKeyHash: Uint8Array;
  /** The port listened on, once it is. */
  port(): number;
  /** Milliseconds since 1970. */
  now(): number;
  interfaces?(): Interfaces;
}

/** What the routes share. */
export interface Services {
  readonly store: AccessStore;
  readonly hub: BoardHub;
  readonly eraser: Eraser;
  readonly erasures: Pick<ErasureStore, "erasure">;
  readonly states: StateReader;
  readonly credentials: Credentials;
  readonly guard: Guard;
  readonly joinDesk: JoinDesk;
  readonly transferDesk: TransferDesk;
  readonly office: BoardOffice;
  readonly essays: EssayShelf;
  readonly bases: BaseChooser;
  /** Cookies for https only: then they are never sent over plain http. */
  readonly isSecure: boolean;
  now(): number;
}

export function createServices(deps: ServiceDeps): Services {
  const { config, store, hub, eraser, erasures, states, now } = deps;
  const { publicUrl, limits, host } = config;
  const credentials = new Credentials(deps);
  const wrongCodes = new WrongCodes(limits.joinsPerMinute, now);
  const bases = new BaseChooser({
    store,
    publicUrl,
    host,
    port: deps.port,
    ...(deps.interfaces && { interfaces: deps.interfaces }),
  });
  return {
    store,
    hub,
    eraser,
    erasures,
    states,
    credentials,
    bases,
    now,
    guard: new Guard({ credentials, publicUrl }),
    office: new BoardOffice({ store, hub, eraser, now }),
    essays: new EssayShelf({ store, hub }),
    isSecure: publicUrl?.startsWith("https:") ?? false,
    joinDesk: joinDeskOf(deps, wrongCodes),
    transferDesk: new TransferDesk({ store, wrongCodes, now }),
  };
}

function joinDeskOf({ store, hub, config, now }: ServiceDeps, wrongCodes: WrongCodes): JoinDesk {
  return new JoinDesk({
    store,
    now,
    wrongCodes,
    participantsMax: config.limits.participants,
    isOpen: async (boardId) => {
      const { settings } = await (await hub.room(boardId)).read(sessionOf);
      return settings.isJoiningClosed !== true && settings.isClosed !== true;
    },
    welcome: async (boardId, personId, person) =>
      (await hub.room(boardId)).welcome(personId, person),
  });
}

/** Options of every route plugin. */
export interface RouteOptions {
  services: Services;
}
