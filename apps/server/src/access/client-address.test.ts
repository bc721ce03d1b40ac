import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";

import { addressReader } from "./client-address.ts";

const request = (remoteAddress: string, forwarded?: string) =>
  // The two fields that are read.
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

it("believes nobody without TRUST_PROXY", () => {
  expect(addressReader(false)(request("10.0.0.1", "1.2.3.4"))).toBe("10.0.0.1");
});

it("looks as many proxies back as there are", () => {
  const reader = addressReader(1);

  expect(reader(request("10.0.0.1", "9.9.9.9, 1.2.3.4"))).toBe("1.2.3.4");
  expect(reader(request("10.0.0.1"))).toBe("10.0.0.1");
});

it("looks past the proxies it knows and stops at the first it does not", () => {
  const reader = addressReader(["10.0.0.0/8", "fd00::/8"]);

  expect(reader(request("::ffff:10.0.0.1", "9.9.9.9, 1.2.3.4, fd00::7"))).toBe("1.2.3.4");
  expect(reader(request("8.8.8.8", "1.2.3.4"))).toBe("8.8.8.8");
  expect(reader(request("10.0.0.1", "nonsense"))).toBe("nonsense");
});
