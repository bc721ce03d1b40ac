import { useText } from "../../texts/use-text.ts";
import { QrCode } from "../../ui/qr/qr-code.tsx";
import css from "./poster-screen.module.css";
import { type Wifi, wifiQr } from "./wifi.ts";

/** The hall's Wi-Fi on the sheet: to scan and to read when it was filled in, else lines to write on. */
export function WifiLine({ wifi }: { wifi: Wifi }) {
  const t = useText();
  const code = wifiQr(wifi);
  return (
    <section aria-label={t("poster.wifi")} className={code === undefined ? css.wifi : css.wifiQr}>
      {code !== undefined && (
        <div className={css.smallQr}>
          <QrCode label={t("poster.wifiScan")} text={code} />
        </div>
      )}
      <div className={css.wifiWords}>
        {code !== undefined && <p className={css.wifiScan}>{t("poster.wifiScan")}</p>}
        <dl className={css.wifiFacts}>
          <dt>{t("poster.wifi")}</dt>
          <dd className={css.blank}>{wifi.network}</dd>
          <dt>{t("poster.wifiPassword")}</dt>
          <dd className={css.blank}>
            {code !== undefined && wifi.password === "" ? t("poster.wifiOpen") : wifi.password}
          </dd>
        </dl>
      </div>
    </section>
  );
}
