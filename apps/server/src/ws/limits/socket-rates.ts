import type { RateLimits } from "@hefboom/sync";

import type { Limits } from "../../limits.ts";

/** How much one socket may say. A burst holds two of the largest frames, whatever the limits are. */
export function socketRates({
  messagesPerSecond,
  messagesBurst,
  bytesPerSecond,
  frameBytes,
}: Limits): RateLimits {
  const bytesBurst = Math.max(4 * bytesPerSecond, 2 * frameBytes);
  return { messagesPerSecond, messagesBurst, bytesPerSecond, bytesBurst };
}
