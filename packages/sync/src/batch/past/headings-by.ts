import type { BoardLog } from "../../board-log.ts";
import { parseInverse } from "./parse-inverse.ts";

/** A heading of a cluster that somebody wrote. */
export interface WrittenHeading {
  readonly clusterId: string;
  readonly title: string;
}

/** Headings that a person gave to clusters, as far as it is known how that is taken back. */
export async function headingsBy(
  log: Pick<BoardLog, "inversesBy">,
  boardId: string,
  personId: string,
): Promise<WrittenHeading[]> {
  return (await log.inversesBy(boardId, personId)).flatMap(headingsIn);
}

function headingsIn(json: string): WrittenHeading[] {
  const inverse = parseInverse(json);
  if (inverse?.op !== "clusters") return [];
  return inverse.clusters.flatMap(({ clusterId, before, left }) => {
    if (left === null || left.title === "") return [];
    // Who puts a card into a cluster says its heading too, which another one wrote.
    return left.title === before?.title ? [] : { clusterId, title: left.title };
  });
}
