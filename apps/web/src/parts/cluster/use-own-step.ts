import { useEffect, useState } from "react";

import { useLeadNotice } from "../lead/lead-store.ts";

/** The content of a step comes with its answer, or so long after it, in ms. */
const FOLLOWS_MS = 1_500;

/** Whether this person has just put cards together, apart, or taken that back: what they see then follows at once. */
export function useOwnStep(): boolean {
  const notice = useLeadNotice();
  const [settled, setSettled] = useState(notice);
  useEffect(() => {
    if (notice === settled) return;
    const timer = setTimeout(() => setSettled(notice), FOLLOWS_MS);
    return () => clearTimeout(timer);
  }, [notice, settled]);
  return notice !== undefined && notice !== settled;
}
