import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

import { ConfigError, readConfig } from "./config.ts";
import { limitRules } from "./limits.ts";

const defaultLimits = Object.fromEntries(
  Object.entries(limitRules).map(([name, rule]) => [name, rule.default]),
);

it("has a default for everything", () => {
  expect(readConfig({})).toEqual({
    port: 3_000,
    host: "0.0.0.0",
    dataDir: resolve("data"),
    publicUrl: undefined,
    organiserKey: undefined,
    trustProxy: false,
    logLevel: "info",
    hasSample: true,
    limits: defaultLimits,
  });
});

it("reads what is set, and takes an empty variable as not set", () => {
  const config = readConfig({
    PORT: "8080",
    HOST: "127.0.0.1",
    PUBLIC_URL: "https://bord.example.org/",
    ORGANISER_KEY: "een-sleutel-van-genoeg-tekens",
    TRUST_PROXY: "10.0.0.1, 192.168.0.0/16",
    LOG_LEVEL: "",
    SAMPLE: "0",
    LIMIT_JOINS_PER_MINUTE: "5",
  });

  expect(config).toMatchObject({
    port: 8_080,
    host: "127.0.0.1",
    publicUrl: "https://bord.example.org",
    trustProxy: ["10.0.0.1", "192.168.0.0/16"],
    logLevel: "info",
    hasSample: false,
  });
  expect(config.limits).toEqual({ ...defaultLimits, joinsPerMinute: 5 });
});

describe("a wrong value", () => {
  it.each([
    ["PORT", "tachtig", "a whole number from 0 to 65535"],
    ["PORT", "65536", "a whole number"],
    ["PORT", "-1", "a whole number"],
    ["PORT", "3000.5", "a whole number"],
    ["HOST", "not a host", "an address or a host name"],
    ["PUBLIC_URL", "bord.example.org", "an address without a path"],
    ["PUBLIC_URL", "ftp://bord.example.org", "an address without a path"],
    ["PUBLIC_URL", "https://example.org/bord", "an address without a path"],
    ["TRUST_PROXY", "yes", "a number of proxies"],
    ["TRUST_PROXY", "10.0.0.0/33", "a number of proxies"],
    ["LOG_LEVEL", "loud", "one of fatal, error"],
    ["SAMPLE", "maybe", "0 or 1"],
    ["LIMIT_PARTICIPANTS", "0", "a whole number from 1"],
    ["LIMIT_PARTICPANTS", "10", "no such limit"],
  ])("%s=%s is named with what is expected", (name, value, expected) => {
    const read = () => readConfig({ [name]: value });

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`${name} is "${value}"; expected ${expected}`);
  });

  it("of the organiser's key is never printed", () => {
    expect(() => readConfig({ ORGANISER_KEY: "geheim" })).toThrow(
      /^ORGANISER_KEY is "…"; .* has 6/,
    );
  });

  it.each(["DATABASE_URL", "REDIS_URL", "TLS_CERT", "TLS_KEY", "THEME"])(
    "%s is refused until it is supported",
    (name) => {
      expect(() => readConfig({ [name]: "x" })).toThrow(`${name} is not supported yet`);
    },
  );
});
