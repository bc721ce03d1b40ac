import {
  type BallotState,
  type ClusterView,
  type LeverView,
  type LocalisedText,
  voterKey,
} from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import type { GivenDots } from "@hefboom/contract/messages";

import { arrange } from "../../../parts/cluster/arrange.ts";
import { clustersOn } from "../../../parts/cluster/use-blocks.ts";

/** Something that can get votes. */
export interface Target {
  /** The id that votes go to; of merged doubles all of them, for some may have votes already. */
  readonly ids: readonly string[];
  readonly number: number | undefined;
  readonly lever: string | null;
  readonly words: string | LocalisedText;
}
interface Board {
  readonly levers: readonly LeverView[];
  readonly cards: ReadonlyMap<string, CardView>;
  readonly cardIdsOn: ReadonlyMap<string | null, readonly string[]>;
  readonly clusters: readonly ClusterView[];
}

/** Everything that this vote is about, in the board's order. */
export function targetsOf(on: BallotState["on"], board: Board): Target[] {
  if (on === "lever") {
    return board.levers.map(({ id, number, title }) => ({
      ids: [id],
      number,
      lever: id,
      words: title,
    }));
  }
  const places = [...board.levers.map(({ id, number }) => ({ id, number })), undefined];
  return places.flatMap((place) => targetsOn(on, board, place));
}

/** @param place a lever; `undefined`: the tray */
function targetsOn(
  on: "card" | "cluster",
  { cards, cardIdsOn, clusters }: Board,
  place: { id: string; number: number } | undefined,
): Target[] {
  const lever = place?.id ?? null;
  const here = { number: place?.number, lever };
  const isThere = (id: string) => cards.get(id)?.held === undefined;
  const cardIds = (cardIdsOn.get(lever) ?? []).filter(isThere);
  return arrange(cardIds, clustersOn(clusters, lever)).flatMap((block): Target[] => {
    const wordsOf = (id: string | undefined) => cards.get(id ?? "")?.text ?? "";
    if (block.kind === "card") {
      return on === "card" ? [{ ...here, ids: [block.cardId], words: wordsOf(block.cardId) }] : [];
    }
    const { cluster, members } = block;
    if (on === "cluster") {
      return [{ ...here, ids: [cluster.id], words: cluster.title || wordsOf(members[0]) }];
    }
    if (cluster.isMerged === true) return [{ ...here, ids: members, words: wordsOf(members[0]) }];
    return members.map((id) => ({ ...here, ids: [id], words: wordsOf(id) }));
  });
}

/** Targets that a few typed letters, or a lever's number, lead to. */
export function findTargets(
  targets: readonly Target[],
  typed: string,
  say: (words: Target["words"]) => string,
): Target[] {
  const sought = typed.trim().toLocaleLowerCase();
  if (sought === "") return [...targets];
  if (/^\d{1,3}$/.test(sought)) return targets.filter(({ number }) => String(number) === sought);
  return targets.filter(({ words }) => say(words).toLocaleLowerCase().includes(sought));
}

const NONE: GivenDots = {};

/** What was voted for this name or table, however its capitals were typed. */
export function votesOf(votesFor: Readonly<Record<string, GivenDots>>, voter: string): GivenDots {
  const key = voterKey(voter);
  return Object.entries(votesFor).find(([name]) => voterKey(name) === key)?.[1] ?? NONE;
}
