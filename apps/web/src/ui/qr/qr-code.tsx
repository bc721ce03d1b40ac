import { encode } from "uqr";

import css from "./qr-code.module.css";
import { qrPath } from "./qr-path.ts";

interface QrCodeProps {
  text: string;
  /** What a person hears instead of seeing the code. */
  label: string;
}

/** Quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET = 4;

/** A QR code as one SVG path; it takes the width of its parent. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { border: 0, ecc: "M" });
  return (
    <svg
      aria-label={label}
      className={css.code}
      role="img"
      shapeRendering="crispEdges"
      viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
    >
      <rect fill="#fff" height={size + 2 * QUIET} width={size + 2 * QUIET} x={-QUIET} y={-QUIET} />
      <path d={qrPath(data)} fill="#000" />
    </svg>
  );
}
