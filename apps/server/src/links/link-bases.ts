import { isIP } from "node:net";

import { type Interfaces, isLoopbackHost, localAddresses } from "./local-addresses.ts";

/** What links and QR codes may begin with. */
export interface LinkBase {
  readonly base: string;
  readonly isLoopback: boolean;
}
/** How the one who asks reached this server: `host` with the port, as in the Host header. */
export interface Reached {
  readonly host: string;
  readonly protocol: string;
}
interface Listening {
  publicUrl: string | undefined;
  /** Address or name that the server listens on. */
  host: string;
  port: number;
  interfaces: Interfaces;
  /** Name of this machine. */
  hostname: string;
}

const EVERYWHERE = ["0.0.0.0", "::", "[::]"];

/**
 * Bases, best first: PUBLIC_URL; how the one who asks reached the server, when that is an address of this machine and no
 * loopback; private addresses of a cable or Wi-Fi; the others, the loopback and what the server cannot know to be its own.
 */
export function linkBases(listening: Listening, reached?: Reached): LinkBase[] {
  const { publicUrl, port } = listening;
  const local = ownHosts(listening).map((host) => toBase(`http://${host}:${port}`));
  const asked = reached === undefined ? undefined : toBase(`${reached.protocol}://${reached.host}`);
  const isOwn =
    asked !== undefined && !asked.isLoopback && isOwnHost(listening, new URL(asked.base).hostname);
  const bases = [
    publicUrl === undefined ? undefined : toBase(publicUrl),
    isOwn ? asked : undefined,
    ...local,
    asked,
  ];
  const unique = new Map<string, LinkBase>();
  for (const known of bases)
    if (known !== undefined) unique.set(known.base, unique.get(known.base) ?? known);
  return [...unique.values()];
}

function ownHosts({ host, interfaces }: Listening): string[] {
  if (!EVERYWHERE.includes(host)) return [isIP(host) === 6 ? `[${host}]` : host];
  const addresses = localAddresses(interfaces).filter(({ kind }) => kind !== "loopback");
  const virtual = addresses.filter(({ kind }) => kind === "virtual");
  const real = addresses.filter(({ kind }) => kind !== "virtual");
  return [...real, { address: "localhost" }, ...virtual].map(({ address }) => address);
}

function isOwnHost({ interfaces, hostname }: Listening, asked: string): boolean {
  if (localAddresses(interfaces).some(({ address }) => address === asked)) return true;
  const name = hostname.toLowerCase();
  return asked === name || asked === `${name}.local`;
}

/** The base in the form that browsers give an origin; `undefined` when it is no address. */
function toBase(address: string): LinkBase | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, hostname } = new URL(address);
  return { base: origin, isLoopback: isLoopbackHost(hostname) };
}
