import { type ClusterView, MEMBERS_MAX } from "@hefboom/board";

import { useOpenBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { tell } from "../lead/lead-store.ts";
import { useLead } from "../lead/use-lead.ts";
import { showCard } from "../screen/screen-store.ts";
import { putTogether, takeOut } from "./cluster-steps.ts";
import { clusterOf } from "./use-blocks.ts";
import { useCanHead } from "./use-can-head.ts";

/** What can be done with clusters; each step says what it did and can be taken back. */
export function useClusterSteps() {
  const text = useText();
  const lead = useLead();
  const { store } = useOpenBoard();
  const canHead = useCanHead();
  const cards = () => store.getState().cards;
  const step = async (asking: ReturnType<typeof putTogether>, did: string, cardId?: string) => {
    if (asking === undefined) return;
    if (asking === "full") {
      const words = text("cluster.full", { most: MEMBERS_MAX });
      tell({ state: "failed", words, command: undefined });
      return;
    }
    const isDone = await lead(asking, did);
    if (isDone) showCard(cardId);
  };
  const together = (
    cardIds: readonly string[],
    where: { title: string; into?: ClusterView | undefined },
  ) => step(putTogether(cards(), cardIds, where), text("cluster.did.together"), cardIds[0]);
  const merge = (cardIds: readonly string[]) => {
    const title = canHead ? commonTitle(cardIds) : ""; // a cluster anew, and so a heading anew
    const asking = putTogether(cards(), cardIds, { title, isMerged: true });
    return step(asking, text("cluster.did.merged"), cardIds[0]);
  };
  /** Doubles come to stand under one card, or each on its own again. */
  const setMerged = (into: ClusterView, isMerged: boolean) =>
    step(
      putTogether(cards(), [], { title: into.title, into, isMerged }),
      text(isMerged ? "cluster.did.merged" : "cluster.did.apart"),
    );
  const rename = (into: ClusterView, title: string) =>
    step(putTogether(cards(), [], { title, into }), text("cluster.did.renamed"));
  const split = ({ id }: ClusterView) =>
    step({ op: "uncluster", clusterId: id }, text("cluster.did.split"));
  const out = (cluster: ClusterView, cardId: string) =>
    step(takeOut(cards(), cluster, cardId), text("cluster.did.out"), cardId);
  return { together, merge, setMerged, rename, split, out };

  /** The heading that all of them stand under. */
  function commonTitle(cardIds: readonly string[]): string {
    const { clusters } = store.getState();
    const titles = new Set(
      cardIds.map((id) => {
        const card = cards().get(id);
        return (card && clusterOf(clusters, card)?.title) ?? "";
      }),
    );
    return titles.size === 1 ? ([...titles][0] ?? "") : "";
  }
}
