import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

import { useRef } from "react";

import { useLeverTint } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./spot.module.css";
import { useRowsThatFit } from "./use-rows-that-fit.ts";

/** As many texts as can be read from the back. */
const SHOWN = 4;
const FEW = 2;

interface ClusterSpotProps {
  cluster: ClusterView;
  members: readonly CardView[];
}

/** A heading, and what stands under it. */
export function ClusterSpot({ cluster, members }: ClusterSpotProps) {
  const t = useText();
  const tint = useLeverTint(cluster.lever);
  const list = useRef<HTMLUListElement>(null);
  const fitting = useRowsThatFit(list, Math.min(members.length, SHOWN));
  const more = members.length - fitting;
  return (
    <article className={css.panel} style={tint}>
      <header className={css.head}>
        <h2 className={css.title}>{cluster.title || t("wall.cluster")}</h2>
        <p className={css.count}>{t("wall.leverCount", { count: members.length })}</p>
      </header>
      <ul className={`${css.rows} ${members.length <= FEW ? css.few : ""}`} ref={list}>
        {members.slice(0, SHOWN).map((card, index) => (
          <li className={css.row} data-cut={index >= fitting || undefined} key={card.id}>
            <p className={card.kind === "quote" ? css.quote : css.words}>{card.text}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={css.more}>{t("wall.andMore", { count: more })}</p>}
    </article>
  );
}
