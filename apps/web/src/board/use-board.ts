import type { BoardSessionApi, BoardView } from "@hefboom/client";
import type { Me } from "@hefboom/contract";
import { createContext, useContext } from "react";
import { useStore } from "zustand";

import type { OpenBoard } from "./open-board.ts";

export const BoardContext = createContext<OpenBoard | undefined>(undefined);

/** The board around this component; every page of a board stands inside a BoardProvider. */
export function useOpenBoard(): OpenBoard {
  const board = useContext(BoardContext);
  if (board === undefined) throw new Error("outside a BoardProvider");
  return board;
}

/** Part of the board's view; the component renders again only when that part is another (`===`). */
export function useBoard<T>(selector: (view: BoardView) => T): T {
  return useStore(useOpenBoard().store, selector);
}

export function useSession(): BoardSessionApi {
  return useOpenBoard().session;
}

/** Who this page's person is: role, name and the consent given at joining. */
export function useMe(): Me {
  return useOpenBoard().me;
}
