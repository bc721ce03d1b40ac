import { parseArgs } from "node:util";

import { type PeerName, peerNames } from "./servers/bench-server.ts";

/** What the command line asks for. */
export interface BenchOptions {
  /** Names of scenarios; `undefined`: all. */
  only: readonly string[] | undefined;
  people: readonly number[] | undefined;
  peers: readonly PeerName[] | undefined;
  runs: number;
  seconds: number;
  isQuick: boolean;
  shouldWrite: boolean;
  profileDir: string | undefined;
  /** Main script of another checkout, measured as "ours". */
  main: string | undefined;
}

/** @throws {TypeError} for an argument that is none */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      people: { type: "string" },
      peers: { type: "string" },
      runs: { type: "string" },
      seconds: { type: "string" },
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      profile: { type: "string" },
      main: { type: "string" },
    },
  });
  return {
    only: values.only?.split(","),
    people: values.people?.split(",").map((text) => wholeNumber("people", text)),
    peers: values.peers?.split(",").map(peerNamed),
    runs: wholeNumber("runs", values.runs ?? (values.quick ? "1" : "5")),
    seconds: wholeNumber("seconds", values.seconds ?? (values.quick ? "4" : "8")),
    isQuick: values.quick,
    shouldWrite: values.write,
    profileDir: values.profile,
    main: values.main,
  };
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new TypeError(`--${name} ${text}: expected a whole number`);
}

function peerNamed(text: string): PeerName {
  const name = peerNames.find((known) => known === text);
  if (name !== undefined) return name;
  throw new TypeError(`--peers ${text}: expected some of ${peerNames.join(",")}`);
}
