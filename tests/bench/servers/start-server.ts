import type { BenchServer, PeerName } from "./bench-server.ts";
import { OurServer } from "./ours.ts";
import { startPeer } from "./peer-servers.ts";

export interface StartOptions {
  /** Folder for a processor profile of our server, written when it stops. */
  profileDir: string | undefined;
  /** Main script of another checkout of ours. */
  main: string | undefined;
}

export function startServer(name: PeerName, options: StartOptions): Promise<BenchServer> {
  return name === "ours" ? startOurServer(options) : startPeer(name);
}

export function startOurServer(
  { profileDir, main }: StartOptions,
  limits: Readonly<Record<string, string>> = {},
): Promise<OurServer> {
  const nodeArgs = profileDir === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileDir}`];
  return OurServer.start({ nodeArgs, main, limits });
}
