import { useEffect, useState } from "react";

import { useBoard } from "../../board/use-board.ts";
import { addressInWords, codeInWords } from "../../parts/invite/in-words.ts";
import { useInvitation } from "../../parts/invite/use-invitation.ts";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { TextField } from "../../ui/text-field.tsx";
import css from "./poster-screen.module.css";

/** From here on a title in full size would push the Wi-Fi off the sheet. */
const LONG_TITLE = 45;

/** One sheet of A4 for the door; what is around the sheet is not printed. */
export function PosterScreen() {
  const t = useText();
  const say = useLocalise();
  const title = say(useBoard(({ meta }) => meta.title));
  const [network, setNetwork] = useState("");
  const [password, setPassword] = useState("");
  useEffect(() => {
    document.title = `${t("poster.title")} · ${title}`;
  }, [t, title]);
  return (
    <div className={css.page}>
      <section aria-label={t("poster.title")} className={css.tools}>
        <p>{t("poster.wifiHelp")}</p>
        <TextField
          label={t("poster.wifiName")}
          maxLength={60}
          onChange={(event) => setNetwork(event.currentTarget.value)}
          value={network}
        />
        <TextField
          autoComplete="off"
          label={t("poster.wifiPassword")}
          maxLength={80}
          onChange={(event) => setPassword(event.currentTarget.value)}
          value={password}
        />
        <Button onClick={() => print()} size="large">
          <Icon name="print" />
          {t("poster.print")}
        </Button>
      </section>
      <main className={css.sheet}>
        <h1 className={`${css.title} ${title.length > LONG_TITLE ? css.longTitle : ""}`}>
          {title}
        </h1>
        <p className={css.lead}>{t("poster.lead")}</p>
        <WayIn />
        <ol className={css.steps}>
          <li>{t("poster.stepScan")}</li>
          <li>{t("poster.stepName")}</li>
          <li>{t("poster.stepWrite")}</li>
        </ol>
        <dl className={css.wifi}>
          <dt>{t("poster.wifi")}</dt>
          <dd className={css.blank}>{network}</dd>
          <dt>{t("poster.wifiPassword")}</dt>
          <dd className={css.blank}>{password}</dd>
        </dl>
        <p className={css.foot}>{t("poster.noAccount")}</p>
      </main>
    </div>
  );
}

function WayIn() {
  const t = useText();
  const invitation = useInvitation();
  if (invitation === undefined) return <div className={css.wayIn} />;
  const { join, code, isLoopback } = invitation;
  return (
    <>
      {isLoopback && (
        <div className={css.warning}>
          <Notice kind="warning">{t("organise.address.loopback")}</Notice>
        </div>
      )}
      <div className={css.wayIn}>
        <div className={css.qr}>
          <QrCode label={t("lead.qrLabel")} text={join} />
        </div>
        <p className={css.words}>
          <span>{t("poster.noCamera")}</span>
          <strong className={css.address}>{addressInWords(join)}</strong>
          <span>{t("poster.code")}</span>
          <strong className={css.code}>{codeInWords(code)}</strong>
        </p>
      </div>
    </>
  );
}
