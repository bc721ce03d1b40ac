import { useBoard, useMe } from "../../board/use-board.ts";
import { canCreate } from "../../parts/card/rights.ts";
import { useLeverInAddress } from "../../parts/screen/lever-address.ts";
import { openComposer } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./composer-button.module.css";

/** The one thing to do here, always within reach of a thumb. Absent for who may not add now. */
export function ComposerButton() {
  const text = useText();
  const { role } = useMe();
  const lever = useLeverInAddress();
  const canAdd = useBoard(({ meta }) => canCreate(meta, role));
  if (!canAdd) return null;
  return (
    <Button className={css.button} onClick={() => openComposer(lever)} size="large">
      <Icon name="add" />
      {text("composer.open")}
    </Button>
  );
}
