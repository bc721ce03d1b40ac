/** What a test brought up; `busy`: it is still running. */
export type Outcome =
  | { readonly state: "busy" }
  | { readonly state: "good" | "slow"; readonly tookMs: number }
  | { readonly state: "bad"; readonly why: "silent" | "refused" | "denied" };

export interface Checks {
  /** Whether this device reaches the server. */
  readonly reach: Outcome;
  /** Whether a connection that stays open gets through. */
  readonly socket: Outcome;
  /** Whether this browser keeps what is written when the page is closed. */
  readonly storage: Outcome;
}

export const BUSY: Checks = {
  reach: { state: "busy" },
  socket: { state: "busy" },
  storage: { state: "busy" },
};

/** From here on people notice that the network is slow, in ms for one answer. */
const SLOW_MS = 1_000;

export function answered(tookMs: number): Outcome {
  return { state: tookMs > SLOW_MS ? "slow" : "good", tookMs: Math.round(tookMs) };
}

/** What all of it comes down to. Storage does not keep anybody from taking part. */
export type Verdict = "busy" | "fine" | "slow" | "blocked";

export function verdictOf({ reach, socket }: Checks): Verdict {
  const states = [reach.state, socket.state];
  if (states.includes("bad")) return "blocked";
  if (states.includes("busy")) return "busy";
  return states.includes("slow") ? "slow" : "fine";
}
