import { once } from "node:events";
import { connect } from "node:net";
import { expect, it, vi } from "vitest";

import { startServer, temporaryFolder } from "../testing/run-server.ts";

const UPGRADE = [
  "GET /nothing-here HTTP/1.1",
  "Host: 127.0.0.1",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "",
  "",
].join("\r\n");

it("keeps no connection of who was refused and never closes its own half", async () => {
  using folder = temporaryFolder();
  await using server = await startServer({ DATA_DIR: folder.path, SAMPLE: "0" });
  const { port } = new URL(server.base());
  const socket = connect({ port: Number(port), host: "127.0.0.1", allowHalfOpen: true });
  socket.resume();
  socket.write(UPGRADE);
  await once(socket, "end");

  const failed = vi.fn(); // a reset: nobody is there any more
  socket.on("error", failed);

  await vi.waitFor(() => {
    socket.write("still here");
    expect(failed).toHaveBeenCalled();
  });
});
