import type { BoardSummary, CreatedBoard } from "@hefboom/contract";
import { useEffect, useRef } from "react";

import { ExportChoices } from "../../../parts/export/export-choices.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { AddressPanel } from "../address/address-panel.tsx";
import type { AddressChoice } from "../address/use-addresses.ts";
import { EssayPanels } from "../essay/essay-panels.tsx";
import { PastePanel } from "../paste/paste-panel.tsx";
import { WorkshopFacts } from "../workshop-list.tsx";
import { CopyWorkshop } from "./copy-workshop.tsx";
import { DeleteWorkshop } from "./delete-workshop.tsx";
import { InvitePanel } from "./invite-panel.tsx";
import type { KnownKeys } from "./known-keys.ts";
import css from "./workshop-view.module.css";

interface WorkshopViewProps {
  board: BoardSummary;
  addresses: AddressChoice;
  keys: KnownKeys;
  onKey: (keys: KnownKeys) => void;
  onChanged: () => Promise<void>;
  /** A copy was made of it. */
  onMade: (board: CreatedBoard) => Promise<void>;
  onDeleted: () => Promise<void>;
}

/** Everything about one workshop: invite, essay and its quotes, cards from elsewhere, export, copy, delete. */
export function WorkshopView(props: WorkshopViewProps) {
  const { board, addresses, keys, onKey, onChanged, onMade, onDeleted } = props;
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  // The link that opened this is gone: the focus goes to the new content.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div className={css.top}>
        <a className={css.back} href="#workshops">
          <Icon name="back" />
          {t("organise.list.back")}
        </a>
        <h1 ref={heading} tabIndex={-1}>
          {board.title}
        </h1>
        <WorkshopFacts board={board} />
        <nav aria-label={board.title} className={css.ways}>
          <a className={css.primary} href={`/b/${board.id}/lead`}>
            <Icon name="map" />
            {t("organise.invite.lead")}
          </a>
          <a className={css.way} href={`/b/${board.id}/wall`} rel="noopener" target="_blank">
            <Icon name="screen" />
            {t("organise.invite.wall")}
          </a>
          <a className={css.way} href={`/b/${board.id}/poster`}>
            <Icon name="print" />
            {t("organise.invite.poster")}
          </a>
        </nav>
      </div>
      <div className={css.columns}>
        <div className={css.stack}>
          <InvitePanel
            base={addresses.base}
            board={board}
            keys={keys}
            onChanged={onChanged}
            onKey={onKey}
          />
          <AddressPanel addresses={addresses} />
        </div>
        <div className={css.stack}>
          <EssayPanels boardId={board.id} locale={board.locale} onChanged={onChanged} />
          <PastePanel boardId={board.id} locale={board.locale} onChanged={onChanged} />
          <Panel title={t("export.title")}>
            <ExportChoices boardId={board.id} key={board.cards} credential="organiser" />
          </Panel>
          <CopyWorkshop board={board} onMade={onMade} />
          <DeleteWorkshop board={board} onDeleted={onDeleted} />
        </div>
      </div>
    </>
  );
}
