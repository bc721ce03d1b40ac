import { useEffect, useState } from "react";

import { useBoard } from "../../app/board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./status.module.css";

/** A connection that is back within this time was never worth a word. */
const QUIET_MS = 1_500;

/** Says that the connection is gone, and that nothing is lost; silent as long as all is well. */
export function ConnectionStrip() {
  const text = useText();
  const { state } = useBoard(({ connection }) => connection);
  const isLate = useIsLate(state === "connecting");
  const shown = state === "offline" || state === "closed" || (state === "connecting" && isLate);
  return (
    <div role="status">
      {shown && (
        <div className={css.strip}>
          <Icon name={state === "connecting" ? "refresh" : "offline"} />
          <span>{text(`status.${state}`)}</span>
          {state === "closed" && (
            <Button onClick={() => location.reload()} variant="quiet">
              {text("trouble.again")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Whether something has been so for longer than a moment. */
function useIsLate(isSo: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isSo]);
  return isSo && isLate;
}
