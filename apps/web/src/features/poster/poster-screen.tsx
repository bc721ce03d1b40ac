import { useEffect, useState } from "react";

import { useBoard, useOpenBoard } from "../../board/use-board.ts";
import { addressInWords, codeInWords } from "../../parts/invite/in-words.ts";
import { useInvitation } from "../../parts/invite/use-invitation.ts";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { QrCode } from "../../ui/qr/qr-code.tsx";
import { TextField } from "../../ui/text-field.tsx";
import css from "./poster-screen.module.css";
import type { Wifi } from "./wifi.ts";
import { WifiLine } from "./wifi-line.tsx";
import { loadWifi, saveWifi } from "./wifi-store.ts";

/** From so many letters on a title in full size, or in the next, would push the Wi-Fi off the sheet. */
const LONG_TITLE = 45;
const LONGER_TITLE = 85;

function titleClass({ length }: string): string {
  const size = length > LONGER_TITLE ? css.longerTitle : length > LONG_TITLE && css.longTitle;
  return [css.title, size].filter(Boolean).join(" ");
}

/** One sheet of A4 for the door; what is around the sheet is not printed. */
export function PosterScreen() {
  const t = useText();
  const say = useLocalise();
  const title = say(useBoard(({ meta }) => meta.title));
  const [wifi, changeWifi] = useWifi();
  useEffect(() => {
    document.title = `${t("poster.title")} · ${title}`;
  }, [t, title]);
  return (
    <div className={css.page}>
      <section aria-label={t("poster.title")} className={css.tools}>
        <p>{t("poster.wifiHelp")}</p>
        <TextField
          autoComplete="off"
          label={t("poster.wifiName")}
          maxLength={60}
          onChange={(event) => changeWifi({ network: event.currentTarget.value })}
          value={wifi.network}
        />
        <TextField
          autoComplete="off"
          label={t("poster.wifiPassword")}
          maxLength={80}
          onChange={(event) => changeWifi({ password: event.currentTarget.value })}
          value={wifi.password}
        />
        <Button onClick={() => print()} size="large">
          <Icon name="print" />
          {t("poster.print")}
        </Button>
      </section>
      <main className={css.sheet}>
        <h1 className={titleClass(title)}>{title}</h1>
        <p className={css.lead}>{t("poster.lead")}</p>
        <WayIn />
        <ol className={css.steps}>
          <li>{t("poster.stepScan")}</li>
          <li>{t("poster.stepName")}</li>
          <li>{t("poster.stepWrite")}</li>
        </ol>
        <WifiLine wifi={wifi} />
        <p className={css.foot}>{t("poster.noAccount")}</p>
      </main>
    </div>
  );
}

/** What is typed, and kept in this browser with each letter. */
function useWifi() {
  const { boardId } = useOpenBoard();
  const [wifi, setWifi] = useState(() => loadWifi(boardId));
  const change = (changes: Partial<Wifi>) => {
    const changed = { ...wifi, ...changes };
    setWifi(changed);
    saveWifi(boardId, changed);
  };
  return [wifi, change] as const;
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
