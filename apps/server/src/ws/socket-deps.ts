import type { IncomingMessage } from "node:http";
import type { RoomHub } from "@hefboom/sync";
import type { FastifyBaseLogger } from "fastify";

import type { Credentials } from "../access/credentials.ts";
import type { Config } from "../config.ts";
import type { DamageLog } from "./damage-log.ts";

/** What sockets stand on; `main.ts` chooses it. */
export interface SocketDeps {
  hub: RoomHub;
  credentials: Credentials;
  config: Pick<Config, "limits" | "publicUrl">;
  /** Address of the client, behind trusted proxies too. */
  addressOf: (request: IncomingMessage) => string;
  log: FastifyBaseLogger;
  damage: DamageLog;
}
