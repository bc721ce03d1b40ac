import { type TransferOffer, transferLink } from "@hefboom/contract";
import { useCallback, useEffect, useState } from "react";

import { callApi } from "../../api/call-api.ts";
import { useMe, useOpenBoard, useSession } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { QrCode } from "../../ui/qr/qr-code.tsx";
import { ProblemNotice } from "../problem/problem-notice.tsx";
import { clockText } from "./countdown.ts";
import css from "./transfer-dialog.module.css";

/** A QR code by which this participant goes on elsewhere: for a few minutes, and one time. */
export function TransferDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { offer, leftMs, error, renew } = useOffer();
  const isOver = offer !== undefined && leftMs <= 0;
  return (
    <Dialog closeLabel={t("dialog.close")} onClose={onClose} shape="box" title={t("transfer.open")}>
      <p>{t("transfer.help")}</p>
      {error !== undefined && <ProblemNotice error={error} onRetry={() => void renew()} />}
      {offer !== undefined && !isOver && (
        <div className={css.offer}>
          <div className={css.qr}>
            <QrCode label={t("transfer.qr")} text={transferLink(location.origin, offer.code)} />
          </div>
          <p className={css.left}>{t("transfer.left", { clock: clockText(leftMs) })}</p>
        </div>
      )}
      {isOver && (
        <>
          <Notice isLive kind="info">
            {t("transfer.over")}
          </Notice>
          <div>
            <Button onClick={() => void renew()}>
              <Icon name="refresh" />
              {t("transfer.again")}
            </Button>
          </div>
        </>
      )}
      <p className={css.careful}>{t("transfer.careful")}</p>
    </Dialog>
  );
}

/** The code, and how long it can be used by the server's clock. */
function useOffer() {
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  const session = useSession();
  const [offer, setOffer] = useState<TransferOffer>();
  const [error, setError] = useState<unknown>();
  const [now, setNow] = useState(() => session.serverNow());
  const renew = useCallback(async () => {
    try {
      const path = `/api/boards/${boardId}/transfer`;
      setOffer(await callApi<TransferOffer>({ method: "POST", path, role }));
      setError(undefined);
    } catch (problem) {
      setError(problem);
    }
    setNow(session.serverNow());
  }, [boardId, role, session]);
  useEffect(() => void renew(), [renew]);
  useEffect(() => {
    const ticking = setInterval(() => setNow(session.serverNow()), 1_000);
    return () => clearInterval(ticking);
  }, [session]);
  return { offer, leftMs: offer === undefined ? 0 : offer.expiresAt - now, error, renew };
}
