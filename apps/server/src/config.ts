import { isIP } from "node:net";
import { resolve } from "node:path";

import { type Limits, limitRules } from "./limits.ts";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the environment says, checked and typed. */
export interface Config {
  /** 0: any free port, for tests. */
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Scheme and host, without a slash at the end. */
  publicUrl: string | undefined;
  /** `undefined`: made at first start and kept in the data folder. */
  organiserKey: string | undefined;
  /** As Fastify takes it: number of proxies, or their addresses. */
  trustProxy: false | number | string[];
  logLevel: LogLevel;
  hasSample: boolean;
  limits: Limits;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable has a value that nothing can be done with. The message is one line for the person who starts the server. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "CONFIG_INVALID";
}

/** @throws {ConfigError} for the first wrong value */
export function readConfig(environment: Environment = process.env): Config {
  refuseLater(environment);
  return {
    port: wholeNumber(environment, { name: "PORT", standard: 3_000, max: 65_535 }),
    host: readHost(environment),
    dataDir: resolve(settingOf(environment, "DATA_DIR") ?? "data"),
    publicUrl: readPublicUrl(environment),
    organiserKey: readOrganiserKey(environment),
    trustProxy: readTrustProxy(environment),
    logLevel: readLogLevel(environment),
    hasSample: readFlag(environment, "SAMPLE", true),
    limits: readLimits(environment),
  };
}

/** Variables of the contract that this version cannot honour: better refused than silently ignored. */
const LATER = ["DATABASE_URL", "REDIS_URL", "TLS_CERT", "TLS_KEY", "THEME"];

function refuseLater(environment: Environment): void {
  const name = LATER.find((later) => settingOf(environment, later) !== undefined);
  if (name === undefined) return;
  throw new ConfigError(`${name} is not supported yet in this version; start without it.`);
}

/** An empty variable counts as one that is not set, as in docker-compose files. */
function settingOf(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === "" ? undefined : value;
}

function wrong(name: string, value: string, expected: string): ConfigError {
  const oneLine = JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  return new ConfigError(`${name} is ${oneLine}; expected ${expected}.`);
}

function wholeNumber(
  environment: Environment,
  { name, standard, min = 0, max }: { name: string; standard: number; min?: number; max: number },
): number {
  const value = settingOf(environment, name);
  if (value === undefined) return standard;
  const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw wrong(name, value, `a whole number from ${min} to ${max}, default ${standard}`);
}

function readHost(environment: Environment): string {
  const host = settingOf(environment, "HOST") ?? "0.0.0.0";
  const isName =
    /^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/.test(host) && /[a-z]/i.test(host);
  if (isIP(host) !== 0 || isName) return host;
  throw wrong("HOST", host, "an address or a host name to listen on, such as 0.0.0.0 or 127.0.0.1");
}

function readPublicUrl(environment: Environment): string | undefined {
  const value = settingOf(environment, "PUBLIC_URL");
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isBare = url?.pathname === "/" && url.search === "" && url.hash === "" && !url.username;
  if (url !== undefined && isBare && /^https?:$/.test(url.protocol)) return url.origin;
  throw wrong("PUBLIC_URL", value, "an address without a path, such as https://bord.example.org");
}

function readOrganiserKey(environment: Environment): string | undefined {
  const key = settingOf(environment, "ORGANISER_KEY");
  if (key === undefined || /^[\x21-\x7e]{16,200}$/.test(key)) return key;
  // The value itself is a secret: its length says enough.
  throw wrong("ORGANISER_KEY", "…", `16 to 200 letters, digits or signs, but has ${key.length}`);
}

function readTrustProxy(environment: Environment): Config["trustProxy"] {
  const value = settingOf(environment, "TRUST_PROXY");
  if (value === undefined || value === "0") return false;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const addresses = value.split(",").map((address) => address.trim());
  if (addresses.every(isAddressOrRange)) return addresses;
  throw wrong(
    "TRUST_PROXY",
    value,
    "a number of proxies, or their addresses or ranges with commas",
  );
}

function isAddressOrRange(value: string): boolean {
  const [address = "", bits, ...rest] = value.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

function readLogLevel(environment: Environment): LogLevel {
  const value = settingOf(environment, "LOG_LEVEL") ?? "info";
  const level = logLevels.find((known) => known === value);
  if (level !== undefined) return level;
  throw wrong("LOG_LEVEL", value, `one of ${logLevels.join(", ")}, default info`);
}

function readFlag(environment: Environment, name: string, standard: boolean): boolean {
  const value = settingOf(environment, name);
  if (value === undefined) return standard;
  if (value === "0" || value === "1") return value === "1";
  throw wrong(name, value, `0 or 1, default ${standard ? 1 : 0}`);
}

/** Largest limit that can be set: enough for anything, and exact in a number. */
const LIMIT_MAX = 1_000_000_000;

function readLimits(environment: Environment): Limits {
  refuseUnknownLimits(environment);
  const entries = Object.entries(limitRules).map(([key, { variable, default: standard }]) => {
    return [key, wholeNumber(environment, { name: variable, standard, min: 1, max: LIMIT_MAX })];
  });
  // The keys are those of `limitRules`, one by one.
  return Object.fromEntries(entries) as Limits;
}

function refuseUnknownLimits(environment: Environment): void {
  const known: string[] = Object.values(limitRules).map(({ variable }) => variable);
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith("LIMIT_") && !known.includes(name),
  );
  if (unknown === undefined) return;
  throw wrong(unknown, environment[unknown] ?? "", `no such limit, but one of ${known.join(", ")}`);
}
