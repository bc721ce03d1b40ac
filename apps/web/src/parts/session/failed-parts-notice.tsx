import { useEffect } from "react";
import { useStore } from "zustand";

import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { failedParts } from "./failed-parts.ts";

/** Says that a part of the page is missing, and fetches it again when asked to, or when the network is back. */
export function FailedPartsNotice() {
  const t = useText();
  const isMissing = useStore(failedParts.store, ({ retries }) => retries.length > 0);
  useEffect(() => {
    const retry = () => failedParts.retryAll();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, []);
  if (!isMissing) return null;
  return (
    <Notice isLive kind="error">
      <p>{t("problem.part")}</p>
      <Button onClick={() => failedParts.retryAll()} variant="quiet">
        {t("problem.retry")}
      </Button>
    </Notice>
  );
}
