import type { BenchServer, PeerName } from "./bench-server.ts";
import { startOurs } from "./ours.ts";
import { startPeer } from "./peer-servers.ts";

export interface StartOptions {
  /** Folder for a processor profile of our server, written when it stops. */
  profileDir: string | undefined;
  /** Main script of another checkout of ours. */
  main: string | undefined;
}

export function startServer(
  name: PeerName,
  { profileDir, main }: StartOptions,
): Promise<BenchServer> {
  if (name !== "ours") return startPeer(name);
  const nodeArgs = profileDir === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileDir}`];
  return startOurs({ nodeArgs, main });
}
