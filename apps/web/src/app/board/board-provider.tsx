import { closeCode } from "@hefboom/contract/messages";
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";

import { ApiError } from "../../api/call-api.ts";
import { type BoardPageName, type OpenBoard, openBoard } from "../../board/open-board.ts";
import { BoardContext } from "../../board/use-board.ts";
import { FailedPartsNotice } from "../../parts/session/failed-parts-notice.tsx";
import { lazyPart } from "../../parts/session/lazy-part.tsx";
import { followBoardLocale } from "../../texts/text-store.ts";
import { Loading } from "../states/loading.tsx";
import { Trouble } from "../states/trouble.tsx";
import { reloadForNewVersion } from "./reload-for-new-version.ts";

// Who may see the board never needs it.
const LazyNoAccess = lazyPart(() => import("../screen/no-access.tsx").then((m) => m.NoAccess));

function NoAccess(props: ComponentProps<typeof LazyNoAccess>) {
  return (
    <>
      <LazyNoAccess {...props} />
      <FailedPartsNotice />
    </>
  );
}

interface BoardProviderProps {
  boardId: string;
  page: BoardPageName;
  children: ReactNode;
}
type Opening =
  | { state: "opening" }
  | { state: "open"; board: OpenBoard }
  | { state: "failed"; error: unknown };

/** Opens a board for as long as it is mounted, and shows its children once there is something to see. */
export function BoardProvider({ boardId, page, children }: BoardProviderProps) {
  const [opening, setOpening] = useState<Opening>({ state: "opening" });
  const [attempt, setAttempt] = useState(1);
  useRetry(opening, () => setAttempt(attempt + 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is the same effect once more
  useEffect(() => {
    let isGone = false;
    const opened = openBoard(boardId, page);
    opened.then(
      (board) => isGone || setOpening({ state: "open", board }),
      (error: unknown) => isGone || setOpening({ state: "failed", error }),
    );
    return () => {
      isGone = true;
      // What failed to open has nothing to close and was shown above.
      opened.then((board) => board[Symbol.asyncDispose]()).catch(() => undefined);
    };
  }, [boardId, page, attempt]);
  switch (opening.state) {
    case "opening":
      return <Loading />;
    case "failed":
      return isRefused(opening.error) ? (
        <NoAccess boardId={boardId} error={opening.error} needsLink={page !== "board"} />
      ) : (
        <Trouble error={opening.error} />
      );
    case "open":
      return (
        <LoadedBoard board={opening.board} needsLink={page !== "board"}>
          {children}
        </LoadedBoard>
      );
  }
}

interface LoadedBoardProps {
  board: OpenBoard;
  needsLink: boolean;
  children: ReactNode;
}

function LoadedBoard({ board, needsLink, children }: LoadedBoardProps) {
  const isLoaded = useStore(board.store, (view) => view.isLoaded);
  const connection = useStore(board.store, (view) => view.connection);
  const locale = useStore(board.store, ({ meta }) => meta.locale);
  const closedWith = connection.state === "closed" ? connection.code : undefined;
  useEffect(() => {
    if (isLoaded) void followBoardLocale(locale);
  }, [isLoaded, locale]);
  useEffect(() => {
    if (closedWith === closeCode.oldClient) reloadForNewVersion();
  }, [closedWith]);
  if (closedWith === closeCode.noAccess) {
    return <NoAccess boardId={board.boardId} needsLink={needsLink} />;
  }
  if (!isLoaded) return <Loading />;
  return <BoardContext value={board}>{children}</BoardContext>;
}

const RETRY_MS = 4_000;

/** On a hall's Wi-Fi the first call may fail: tries again by itself, behind the sentence that says so. */
function useRetry(opening: Opening, retry: () => void): void {
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  });
  useEffect(() => {
    if (opening.state !== "failed") return;
    if (!(opening.error instanceof ApiError && opening.error.isPassing)) return;
    const again = () => latest.current();
    const timer = setTimeout(again, RETRY_MS);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [opening]);
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}
