import { isIPv4 } from "node:net";
import type { NetworkInterfaceInfo } from "node:os";

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

export interface LocalAddress {
  readonly address: string;
  /** `lan`: phones in the hall can reach it; `virtual`: of a container, a virtual machine or a VPN. */
  readonly kind: "lan" | "public" | "virtual" | "loopback";
}

/** Names that systems give to what is no cable and no Wi-Fi. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|cni|flannel|cali|podman|lxc|lxd|tun|tap|wg|tailscale|utun|ppp|zt|ipsec|nordlynx|proton|hamachi)/i;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const LINK_LOCAL = /^169\.254\./;

const rank: Record<LocalAddress["kind"], number> = { lan: 0, public: 1, loopback: 2, virtual: 3 };

/** IPv4 addresses of this machine, those first that a phone in the same room most likely reaches. */
export function localAddresses(interfaces: Interfaces): LocalAddress[] {
  const found: LocalAddress[] = [];
  for (const [name, addresses] of Object.entries(interfaces)) {
    for (const { address, internal } of addresses ?? []) {
      if (!isIPv4(address) || LINK_LOCAL.test(address)) continue;
      found.push({ address, kind: kindOf(name, address, internal) });
    }
  }
  return found.sort((a, b) => rank[a.kind] - rank[b.kind]); // stable: the system's order within a kind
}

function kindOf(name: string, address: string, isInternal: boolean): LocalAddress["kind"] {
  if (isInternal) return "loopback";
  if (VIRTUAL.test(name)) return "virtual";
  return PRIVATE.test(address) ? "lan" : "public";
}

export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}
