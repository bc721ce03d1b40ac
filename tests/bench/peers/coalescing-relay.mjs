// The practical limit of Node and ws: what comes in within a tick goes out as one message, one write a receiver. No
// document, no judgement, no disk. Receivers get the messages one after the other, which is all that a benchmark reads.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const TICK_MS = 20;
const server = createServer((_request, response) => response.end("relay"));
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
let waiting = [];

sockets.on("connection", (socket) => {
  socket.on("error", () => socket.terminate());
  socket.on("message", (data) => {
    if (waiting.push(data) === 1) setTimeout(flush, TICK_MS);
  });
});

function flush() {
  const message = Buffer.concat(waiting);
  waiting = [];
  for (const receiver of sockets.clients) receiver.send(message);
}
server.listen(Number(process.env.PORT), process.env.HOST);
