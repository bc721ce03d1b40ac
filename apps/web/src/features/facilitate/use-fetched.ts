import { useEffect, useState } from "react";

import { callApi } from "../../api/call-api.ts";
import { useMe } from "../../board/use-board.ts";

interface Fetched<T> {
  /** `undefined` until it is known; what was known stays while it is asked for again. */
  readonly data: T | undefined;
  readonly error: unknown;
  refresh(): void;
}

/** What the API says at `path`, once and again at each `refresh`. The type is the answer's by contract. */
export function useFetched<T>(path: string): Fetched<T> {
  const { role } = useMe();
  const [data, setData] = useState<T>();
  const [error, setError] = useState<unknown>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further round is the same effect once more
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    callApi<T>({ method: "GET", path, role, signal }).then(
      (answer) => {
        setData(answer);
        setError(undefined);
      },
      (failure: unknown) => {
        if (!signal.aborted) setError(failure);
      },
    );
    return () => ending.abort();
  }, [path, role, round]);
  return { data, error, refresh: () => setRound((before) => before + 1) };
}
