import { useEffect, useState } from "react";

/** A connection or a card that takes no longer than this was never worth a word. */
const QUIET_MS = 1_500;

/** Whether something has been so for longer than a moment. */
export function useLate(isSo: boolean): boolean {
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
