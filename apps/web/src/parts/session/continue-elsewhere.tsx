import { Suspense, useState } from "react";

import { useMe } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { lazyPart } from "./lazy-part.tsx";

// Few ask for it: the QR code travels after the page.
const TransferDialog = lazyPart(() =>
  import("./transfer-dialog.tsx").then((m) => m.TransferDialog),
);

/** Lets a participant go on as who they are on another device, by a code that works once. */
export function ContinueElsewhere() {
  const t = useText();
  const { role } = useMe();
  const [isOpen, setOpen] = useState(false);
  if (role !== "participant") return null; // staff go on with their own link
  return (
    <>
      <Button onClick={() => setOpen(true)} variant="quiet">
        <Icon name="device" />
        {t("transfer.open")}
      </Button>
      {isOpen && (
        <Suspense>
          <TransferDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
