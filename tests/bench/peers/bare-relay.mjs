// The least that a live board needs: every frame that comes in goes out to everybody, one send a receiver.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const server = createServer((_request, response) => response.end("relay"));
const sockets = new WebSocketServer({ server, perMessageDeflate: false });

sockets.on("connection", (socket) => {
  socket.on("error", () => socket.terminate());
  socket.on("message", (data) => {
    for (const receiver of sockets.clients) receiver.send(data);
  });
});
server.listen(Number(process.env.PORT), process.env.HOST);
