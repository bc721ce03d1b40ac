import { useBoard, useMe } from "../../board/use-board.ts";
import { canHead } from "../card/rights.ts";

/** Whether this person may write the heading of a cluster. */
export function useCanHead(): boolean {
  const { role } = useMe();
  return useBoard(({ meta }) => canHead(meta, role));
}
