import {
  type ClusterView,
  currentPhase,
  type LeverView,
  type Meta,
  type Results,
} from "@hefboom/board";
import type { CardView } from "@hefboom/client";

import { isGathering } from "../shape/islands.ts";

/** What the facilitator points at. */
export type Spot =
  | { readonly kind: "card"; readonly card: CardView }
  | { readonly kind: "cluster"; readonly cluster: ClusterView }
  | { readonly kind: "lever"; readonly lever: LeverView };

/** What the wall is there for now; it explains itself, so there is one at a time. */
export type Scene =
  | { readonly kind: "closed" }
  | { readonly kind: "spotlight"; readonly spot: Spot }
  | { readonly kind: "results"; readonly results: Results }
  /** People come in: the QR code is what matters. */
  | { readonly kind: "gathering" }
  /** They write in silence: nothing of it is to be read yet. */
  | { readonly kind: "writing" }
  /** Nothing to read, and nothing may be written: the board waits, at its largest. */
  | { readonly kind: "quiet" }
  /** One card after the other. */
  | { readonly kind: "turn" };

interface Seen {
  readonly meta: Meta;
  readonly levers: readonly LeverView[];
  readonly cards: ReadonlyMap<string, CardView>;
  readonly clusters: readonly ClusterView[];
  readonly results: readonly Results[];
}

export function sceneOf(seen: Seen): Scene {
  const { meta } = seen;
  if (meta.settings.isClosed === true) return { kind: "closed" };
  const spot = spotOf(seen);
  if (spot !== undefined) return { kind: "spotlight", spot };
  const results = resultsNow(seen);
  if (results !== undefined) return { kind: "results", results };
  if (isComingIn(seen)) return { kind: "gathering" };
  const { hasDrafts, rights } = currentPhase(meta);
  if (hasDrafts) return { kind: "writing" };
  const isBare = ![...seen.cards.values()].some(({ place }) => place.lever !== null);
  return { kind: isBare && !rights.add ? "quiet" : "turn" };
}

/** `undefined` also when it was hidden or deleted while the light was on it. */
function spotOf({ meta: { spotlight }, levers, cards, clusters }: Seen): Spot | undefined {
  if (spotlight === null) return undefined;
  const { kind, id } = spotlight;
  switch (kind) {
    case "card": {
      const card = cards.get(id);
      return card && { kind, card };
    }
    case "cluster": {
      const cluster = clusters.find((each) => each.id === id);
      return cluster && { kind, cluster };
    }
    case "lever": {
      const lever = levers.find((each) => each.id === id);
      return lever && { kind, lever };
    }
  }
}

/** The outcome of the last vote: until the phase after its reveal, and while it runs where it is no secret. */
function resultsNow({ meta: { ballot, phase }, results }: Seen): Results | undefined {
  if (ballot === null) return undefined;
  const found = results.find(({ ballotId }) => ballotId === ballot.id);
  if (found === undefined) return undefined;
  const isOfNow =
    ballot.state === "revealed"
      ? found.at >= phase.startedAt || ballot.phase === phase.id
      : !ballot.isSecret && ballot.phase === phase.id;
  return isOfNow ? found : undefined;
}

/** A session begins with people coming in; on a standing board they come in until the first cards are there. */
function isComingIn({ meta, cards }: Seen): boolean {
  if (meta.settings.isJoiningClosed === true) return false;
  const { id, rights, hasDrafts } = currentPhase(meta);
  if (meta.plan.length === 1) return isGathering(cards.values());
  const isFirst = meta.plan[0]?.id === id;
  return isFirst && !hasDrafts && (!rights.add || isGathering(cards.values()));
}
