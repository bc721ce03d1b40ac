import { useCallback, useEffect, useState } from "react";

import { BUSY, type Checks, type Outcome } from "./outcomes.ts";
import { checkReach, checkSocket, checkStorage } from "./run-checks.ts";

/** Runs all tests when the page opens, and again when asked. */
export function useChecks(): { checks: Checks; again: () => void } {
  const [checks, setChecks] = useState<Checks>(BUSY);
  const [round, setRound] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further round is the same effect once more
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    setChecks(BUSY);
    const note = (name: keyof Checks) => (outcome: Outcome) => {
      if (!signal.aborted) setChecks((known) => ({ ...known, [name]: outcome }));
    };
    void checkReach(signal).then(note("reach"));
    void checkSocket(signal).then(note("socket"));
    void checkStorage().then(note("storage"));
    return () => ending.abort();
  }, [round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { checks, again };
}
