import { isAlwaysAllowed } from "@hefboom/board";
import type { CardView } from "@hefboom/client";
import { Suspense, useState } from "react";

import { useBoard, useMe } from "../../board/use-board.ts";
import { CardFace } from "../../parts/card/card-face.tsx";
import { rightsOnCard } from "../../parts/card/rights.ts";
import { clusterOf } from "../../parts/cluster/use-blocks.ts";
import { useLeverTint } from "../../parts/lever/use-lever.ts";
import { closeCard } from "../../parts/screen/screen-store.ts";
import { lazyPart } from "../../parts/session/lazy-part.tsx";
import { VotesOf } from "../../parts/vote/votes-of.tsx";
import { withStaffTexts } from "../../texts/text-store.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./card-sheet.module.css";
import { CardState } from "./card-state.tsx";
import { DeleteCard } from "./delete-card.tsx";
import { MoveCard } from "./move-card.tsx";
import { SheetStatus } from "./sheet-status.tsx";
import { TextTogether } from "./typing/text-together.tsx";

const CardGroup = lazyPart(() => import("./together/card-group.tsx").then((m) => m.CardGroup));
// Those who lead may open the participants' page as well, which comes without the texts of this.
const ModerateCard = lazyPart(() =>
  withStaffTexts(import("../../parts/card/moderate/moderate-card.tsx").then((m) => m.ModerateCard)),
);

const FIRST_WORDS = 60;

/** A card opened: its whole text, and what this person may do with it. */
export function CardSheet({ cardId }: { cardId: string }) {
  const text = useText();
  const card = useBoard(({ cards }) => cards.get(cardId));
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      onClose={closeCard}
      title={text(card ? `kind.${card.kind}` : "card.gone")}
    >
      {card ? <OpenedCard card={card} /> : <p>{text("card.goneExplained")}</p>}
    </Dialog>
  );
}

function OpenedCard({ card }: { card: CardView }) {
  const text = useText();
  const { role } = useMe();
  const meta = useBoard((view) => view.meta);
  const tint = useLeverTint(card.place.lever);
  const [isEditing, setEditing] = useState(false);
  const { canEdit, canMove, canDelete } = rightsOnCard(meta, role, card);
  const isTyping = isEditing && canEdit;
  const cluster = useBoard(({ clusters }) => clusterOf(clusters, card));
  // Merged doubles get their votes together.
  const targets = cluster?.isMerged === true ? cluster.members : [card.id];
  return (
    <div className={css.sheet} style={tint}>
      {isTyping ? (
        <>
          <TextTogether cardId={card.id} />
          <CardState card={card} />
        </>
      ) : (
        <CardFace card={card} />
      )}
      {card.held === undefined && (
        <VotesOf name={card.text.slice(0, FIRST_WORDS)} on="card" targets={targets} />
      )}
      {canEdit && (
        <Button onClick={() => setEditing(!isEditing)} variant={isTyping ? "primary" : "quiet"}>
          <Icon name={isTyping ? "check" : "edit"} />
          {text(isTyping ? "card.editDone" : "card.edit")}
        </Button>
      )}
      <Suspense>
        <CardGroup card={card} />
      </Suspense>
      {canMove && <MoveCard card={card} />}
      <SheetStatus />
      {isAlwaysAllowed(role, "manage") && (
        <Suspense>
          <ModerateCard card={card} onDone={closeCard} />
        </Suspense>
      )}
      {canDelete && <DeleteCard card={card} />}
    </div>
  );
}
