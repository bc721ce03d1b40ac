import { ApiError } from "../../api/call-api.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Something the server could not do, in words; without an answer it is the connection. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const t = useText();
  const words =
    error instanceof ApiError && error.status > 0
      ? t("problem.refused", { reason: error.message })
      : t("problem.offline");
  return (
    <Notice isLive kind="error">
      <p>{words}</p>
      {onRetry && (
        <Button onClick={onRetry} variant="quiet">
          {t("problem.retry")}
        </Button>
      )}
    </Notice>
  );
}
