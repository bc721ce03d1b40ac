import type { IncomingMessage } from "node:http";
import { BlockList, isIPv6 } from "node:net";

import type { Config } from "../config.ts";

/**
 * The address of who sent an upgrade, which Fastify never sees; the same rule as its `trustProxy`: from the nearest
 * peer outward, the first that is no trusted proxy.
 */
export function addressReader(trust: Config["trustProxy"]): (request: IncomingMessage) => string {
  const isTrusted = trustRule(trust);
  return ({ socket, headers }) => {
    const forwarded = [headers["x-forwarded-for"] ?? ""].flat().join(",");
    const told = forwarded.split(",").map((address) => address.trim());
    const hops = [socket.remoteAddress ?? "", ...told.filter((hop) => hop !== "").reverse()];
    return hops.find((hop, index) => index === hops.length - 1 || !isTrusted(hop, index)) ?? "";
  };
}

/** Which peers are believed when they say for whom they ask; `hop` 0 is the one that is connected here. */
export function trustRule(trust: Config["trustProxy"]): (address: string, hop: number) => boolean {
  if (trust === false) return () => false;
  if (typeof trust === "number") return (_address, hop) => hop < trust;
  const proxies = new BlockList();
  for (const range of trust) {
    const [address = "", bits] = range.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
    return proxies.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
  };
}
