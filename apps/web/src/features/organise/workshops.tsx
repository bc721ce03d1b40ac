import type { BoardSummary, CreatedBoard } from "@hefboom/contract";
import { useState } from "react";

import { useText } from "../../texts/use-text.ts";
import { Notice } from "../../ui/notice.tsx";
import { AddressPanel } from "./address/address-panel.tsx";
import { useAddresses } from "./address/use-addresses.ts";
import { NewWorkshop } from "./new/new-workshop.tsx";
import css from "./organise-page.module.css";
import type { KnownKeys } from "./workshop/known-keys.ts";
import { WorkshopView } from "./workshop/workshop-view.tsx";
import { WorkshopList } from "./workshop-list.tsx";

interface WorkshopsProps {
  boards: readonly BoardSummary[];
  /** The workshop that is open; `undefined`: the list. */
  boardId: string | undefined;
  onChanged: () => Promise<void>;
}

/** The list of workshops, or the one that is open. */
export function Workshops({ boards, boardId, onChanged }: WorkshopsProps) {
  const t = useText();
  const addresses = useAddresses();
  const [keys, setKeys] = useState<ReadonlyMap<string, KnownKeys>>(new Map());
  const [deleted, setDeleted] = useState<string>();
  const learn = (id: string, more: KnownKeys) =>
    setKeys((known) => new Map(known).set(id, { ...known.get(id), ...more }));
  const made = async (board: CreatedBoard) => {
    learn(board.id, { facilitator: board.facilitatorKey, viewer: board.viewerKey });
    await onChanged();
    location.hash = board.id;
  };
  const erased = async (title: string) => {
    setDeleted(title);
    location.hash = "";
    await onChanged();
  };
  const open = boards.find((board) => board.id === boardId);
  if (open !== undefined) {
    return (
      <WorkshopView
        addresses={addresses}
        board={open}
        key={open.id}
        keys={keys.get(open.id) ?? {}}
        onChanged={onChanged}
        onDeleted={() => erased(open.title)}
        onMade={made}
        onKey={(more) => learn(open.id, more)}
      />
    );
  }
  return (
    <>
      <div className={css.intro}>
        <h1>{t("organise.list.title")}</h1>
        <p>{t("organise.intro")}</p>
      </div>
      {boardId !== undefined && <Notice kind="warning">{t("organise.list.gone")}</Notice>}
      {deleted !== undefined && (
        <Notice isLive kind="success">
          {t("organise.delete.done", { title: deleted })}
        </Notice>
      )}
      <div className={css.columns}>
        <WorkshopList boards={boards} />
        <div className={css.stack}>
          <NewWorkshop isOpenAtStart={boards.length === 0} onMade={made} />
          <AddressPanel addresses={addresses} />
        </div>
      </div>
    </>
  );
}
