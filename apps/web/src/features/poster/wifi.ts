/** A hall's Wi-Fi as guests need it; without a password it is open to all. */
export interface Wifi {
  readonly network: string;
  readonly password: string;
}

export const NO_WIFI: Wifi = { network: "", password: "" };

/** What a phone's camera reads as "join this network"; `undefined` without a network. */
export function wifiQr({ network, password }: Wifi): string | undefined {
  if (network === "") return undefined;
  if (password === "") return `WIFI:T:nopass;S:${escaped(network)};;`;
  return `WIFI:T:WPA;S:${escaped(network)};P:${escaped(password)};;`;
}

/** These letters have a meaning of their own in the format. */
const escaped = (text: string): string => text.replace(/[\\;,:"]/g, "\\$&");
