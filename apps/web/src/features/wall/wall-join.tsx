import type { Invitation } from "@hefboom/contract";

import { addressInWords, codeInWords } from "../../parts/invite/in-words.ts";
import { useText } from "../../texts/use-text.ts";
import { QrCode } from "../../ui/qr/qr-code.tsx";
import css from "./wall-join.module.css";

export interface WallJoinProps {
  invitation: Invitation;
  /** While people come in the QR code fills half the height; later it is small, "upright" with its words below. */
  size: "large" | "small" | "upright";
}

export function WallJoin({ invitation, size }: WallJoinProps) {
  const t = useText();
  const { code, join } = invitation;
  const isLarge = size === "large";
  return (
    <section aria-label={t("wall.join")} className={css[size]}>
      <div className={css.qr}>
        <QrCode label={t("wall.qrLabel", { link: join })} text={join} />
      </div>
      <div className={css.words}>
        <p className={css.goTo}>
          {isLarge ? t("wall.goTo") : t("wall.join")}{" "}
          <strong className={css.address}>{addressInWords(join)}</strong>
        </p>
        <p className={css.withCode}>
          {isLarge && `${t("wall.code")} `}
          <strong className={css.code}>{codeInWords(code)}</strong>
        </p>
      </div>
    </section>
  );
}
