import { monitorEventLoopDelay } from "node:perf_hooks";
import type { BoardSession } from "@hefboom/client";

import { openOwnClient, watchedSockets } from "../../support/people/own-client.ts";
import type { FromPhones, PhoneOrders, ToPhones } from "./phone-messages.ts";

// Phones of the hall: our client, many times in one process. Stopped by a signal, the whole process sleeps as phones do
// whose screens are locked: timers stand still, sockets stay open and unread.

const OPENING_MS = 5_000;
const TOLD_EVERY_MS = 500;
/** Many phones share a core here: their screens are brought up to date seldom. */
const FLUSH_MS = 1_000;

const phones: BoardSession[] = [];
let orders: PhoneOrders | undefined;
const stillness = monitorEventLoopDelay({ resolution: 10 });
stillness.enable();

const tell = (message: FromPhones) => process.send?.(message);

process.on("message", (message: ToPhones) => {
  if (message.kind === "orders") open(message.orders);
  else write();
});
process.on("disconnect", () => process.exit());
process.on("SIGCONT", () => {
  for (const phone of phones) phone.wake(); // as the page does when it is looked at again
});

function open(given: PhoneOrders): void {
  orders = given;
  const { origin, boardId, tickets } = given;
  for (const [number, ticket] of tickets.entries()) {
    setTimeout(() => {
      const phone = openOwnClient({
        origin,
        boardId,
        ...ticket,
        isPhone: true,
        WebSocket: watchedSockets(() => tell({ kind: "connected", phone: number, at: Date.now() })),
        schedule: (flush) => void setTimeout(flush, FLUSH_MS),
      });
      phones.push(phone);
    }, Math.random() * OPENING_MS);
  }
  setInterval(standing, TOLD_EVERY_MS);
}

function write(): void {
  if (orders === undefined) return;
  const { cardsEach, withinMs, name } = orders;
  for (const [number, phone] of phones.entries()) {
    for (let card = 0; card < cardsEach; card += 1) {
      setTimeout(() => {
        const text = `${name} ${number} ${card}`;
        const cardId = phone.create({ kind: "note", text, lever: leverOf(number) });
        tell({ kind: "tap", phone: number, cardId, at: Date.now() });
      }, Math.random() * withinMs);
    }
  }
}

function standing(): void {
  const online = phones.filter(({ view }) => view.connection.state === "online").length;
  const pending = phones.reduce((sum, { view }) => sum + view.pendingCount, 0);
  const refused = phones.reduce((sum, { view }) => sum + view.drawer.length, 0);
  const stoodStillMs = Math.round(stillness.max / 1e6);
  stillness.reset();
  tell({ kind: "standing", online, pending, refused, stoodStillMs });
}

const leverOf = (number: number) => `h${String((number % 11) + 1).padStart(2, "0")}`;
