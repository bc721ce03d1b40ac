import type { NetworkInterfaceInfo } from "node:os";
import { expect, it } from "vitest";

import { linkBases } from "./link-bases.ts";

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: "IPv4",
  netmask: "255.255.255.0",
  mac: "00:00:00:00:00:00",
  cidr: null,
});
const interfaces = {
  lo: [at("127.0.0.1", true)],
  docker0: [at("172.17.0.1")],
  tailscale0: [at("100.100.1.1")],
  eth1: [at("203.0.113.9")],
  wlan0: [at("169.254.3.4"), at("192.168.1.20")],
};
const listening = {
  publicUrl: undefined,
  host: "0.0.0.0",
  port: 3_000,
  interfaces,
  hostname: "laptop",
};
const basesOf = (...input: Parameters<typeof linkBases>) =>
  linkBases(...input).map(({ base }) => base);

it("puts the address of a cable or Wi-Fi before all others, and tells the loopback", () => {
  const bases = linkBases(listening);

  expect(bases.map(({ base }) => base)).toEqual([
    "http://192.168.1.20:3000",
    "http://203.0.113.9:3000",
    "http://localhost:3000",
    "http://172.17.0.1:3000",
    "http://100.100.1.1:3000",
  ]);
  expect(bases.filter(({ isLoopback }) => isLoopback)).toEqual([
    { base: "http://localhost:3000", isLoopback: true },
  ]);
});

it("starts with PUBLIC_URL, then with how it was reached when that is its own", () => {
  const reached = { protocol: "http", host: "203.0.113.9:3000" };

  expect(basesOf(listening, reached)[0]).toBe("http://203.0.113.9:3000");
  expect(basesOf(listening, { protocol: "http", host: "laptop.local:3000" })[0]).toBe(
    "http://laptop.local:3000",
  );
  expect(basesOf({ ...listening, publicUrl: "https://bord.nl" }, reached).slice(0, 2)).toEqual([
    "https://bord.nl",
    "http://203.0.113.9:3000",
  ]);
});

it.each(["localhost:3000", "127.0.0.1:3000", "evil.example", "not a host"])(
  "is not led astray by the host %s",
  (host) => {
    expect(basesOf(listening, { protocol: "http", host })[0]).toBe("http://192.168.1.20:3000");
  },
);

it("knows one address when it listens on one alone", () => {
  expect(linkBases({ ...listening, host: "127.0.0.1", port: 80 })).toEqual([
    { base: "http://127.0.0.1", isLoopback: true },
  ]);
});
