import { monitorEventLoopDelay } from "node:perf_hooks";
import type { BoardSession } from "@hefboom/client";

import { openOwnClient, watchedSockets } from "../../support/people/own-client.ts";
import type { FromPhones, PhoneOrders, ToPhones } from "./phone-messages.ts";

// Phones of the hall: our client, many times in one process. Stopped by a signal, the whole process sleeps as phones do
// whose screens are locked: timers stand still, sockets stay open and unread.

const OPENING_MS = 5_000;
const TOLD_EVERY_MS = 500;
/** Screens are brought up to date seldom, for many phones share a core; soon after a reconnection, to see when it was. */
const FLUSH_MS = { usual: 1_000, reconnecting: 50 };
const RECONNECTING_MS = 5_000;

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
      let openedAt = 0;
      const WebSocket = watchedSockets(() => {
        openedAt = Date.now();
      });
      const schedule = (flush: () => void) => {
        const isReconnecting = Date.now() - openedAt < RECONNECTING_MS;
        setTimeout(flush, isReconnecting ? FLUSH_MS.reconnecting : FLUSH_MS.usual);
      };
      const who = { origin, boardId, ...ticket };
      const phone = openOwnClient({ ...who, isPhone: true, WebSocket, schedule });
      phones.push(phone);
      watch(phone, number);
    }, Math.random() * OPENING_MS);
  }
  setInterval(standing, TOLD_EVERY_MS);
}

function watch(phone: BoardSession, number: number): void {
  let state = "connecting";
  phone.subscribe(() => {
    const now = phone.view.connection.state;
    if (now === state) return;
    state = now;
    if (now === "online") tell({ kind: "online", phone: number, at: Date.now() });
  });
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
