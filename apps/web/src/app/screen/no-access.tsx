import type { Me } from "@hefboom/contract";
import { useEffect, useState } from "react";

import { ApiError, callApi } from "../../api/call-api.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { JoinFirst } from "../states/join-first.tsx";
import { Loading } from "../states/loading.tsx";
import css from "../states/states.module.css";

interface NoAccessProps {
  boardId: string;
  /** What the server said; `undefined`: it closed the connection, and has not said why. */
  error?: unknown;
  needsLink: boolean;
}

/** This browser may not see the board (any more): says how to come in, or that the facilitator stopped this person. */
export function NoAccess({ boardId, error, needsLink }: NoAccessProps) {
  const reason = useReason(boardId, error);
  if (reason === undefined) return <Loading />;
  return reason === "STOPPED" ? <Stopped /> : <JoinFirst needsLink={needsLink} />;
}

function Stopped() {
  const text = useText();
  return (
    <main className={css.page}>
      <div className={css.card} role="alert">
        <h1>{text("stopped.title")}</h1>
        <p>{text("stopped.text")}</p>
        <Button onClick={() => location.reload()} variant="quiet">
          {text("trouble.again")}
        </Button>
      </div>
    </main>
  );
}

/** The code of the refusal; asked for where only a connection was closed. */
function useReason(boardId: string, error: unknown): string | undefined {
  const known = error instanceof ApiError ? error.code : undefined;
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    if (known !== undefined) return;
    let isGone = false;
    callApi<Me>({ method: "GET", path: `/api/boards/${boardId}/me` }).then(
      () => isGone || setAsked(""),
      (refusal: unknown) => isGone || setAsked(refusal instanceof ApiError ? refusal.code : ""),
    );
    return () => {
      isGone = true;
    };
  }, [boardId, known]);
  return known ?? asked;
}
