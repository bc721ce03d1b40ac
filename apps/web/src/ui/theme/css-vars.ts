import type { CSSProperties } from "react";

/** Custom properties as a style; React sets them through the CSSOM, which the content policy allows. */
export function cssVars(vars: Record<`--${string}`, string | number | undefined>): CSSProperties {
  return vars as CSSProperties; // React's type knows no custom properties, React does
}
