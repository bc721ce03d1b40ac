// Hocuspocus as its documentation sets it up with SQLite: defaults, no hooks.
import { join } from "node:path";
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

const server = new Server({
  port: Number(process.env.PORT),
  address: process.env.HOST,
  quiet: true,
  extensions: [new SQLite({ database: join(process.env.DATA_DIR, "board.sqlite") })],
});
await server.listen();
