import { useEffect } from "react";

import { LanguageSwitch } from "../../texts/language-switch.tsx";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/panel/panel.tsx";
import css from "./check-page.module.css";
import { CheckRow } from "./check-row.tsx";
import { NetworkNeeds } from "./network-needs.tsx";
import { type Verdict, verdictOf } from "./outcomes.ts";
import { useChecks } from "./use-checks.ts";

const kindOf: Record<Verdict, "info" | "success" | "warning" | "error"> = {
  busy: "info",
  fine: "success",
  slow: "warning",
  blocked: "error",
};

/** `/check`: to be opened on a phone in the hall, on the hall's Wi-Fi, before the day. */
export function CheckPage() {
  const t = useText();
  const { checks, again } = useChecks();
  const verdict = verdictOf(checks);
  useEffect(() => {
    document.title = `${t("check.title")} · ${t("app.name")}`;
  }, [t]);
  return (
    <div className={css.page}>
      <header className={css.header}>
        <a className={css.brand} href="/">
          {t("app.name")}
        </a>
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        <div className={css.intro}>
          <h1>{t("check.title")}</h1>
          <p>{t("check.intro")}</p>
        </div>
        <div aria-live="polite">
          <Notice kind={kindOf[verdict]}>
            <p className={css.verdict}>{t(`check.verdict.${verdict}`)}</p>
          </Notice>
        </div>
        <Panel title={t("check.tests")}>
          <ul className={css.rows}>
            <CheckRow name="reach" outcome={checks.reach} />
            <CheckRow name="socket" outcome={checks.socket} />
            <CheckRow name="storage" outcome={checks.storage} />
            <SecureRow />
          </ul>
          <div>
            <Button
              aria-disabled={verdict === "busy"}
              onClick={() => verdict !== "busy" && again()}
            >
              <Icon name="refresh" />
              {t("check.again")}
            </Button>
          </div>
        </Panel>
        <NetworkNeeds />
      </main>
    </div>
  );
}

/** Over http all works but a few things of the browser; a hall's laptop often has nothing else. */
function SecureRow() {
  const t = useText();
  const isEncrypted = location.protocol === "https:";
  return (
    <li className={css.row} data-state={isEncrypted ? "good" : undefined}>
      <Icon name={isEncrypted ? "check" : "info"} />
      <div>
        <h3>{t(isEncrypted ? "check.secure.yes" : "check.secure.no")}</h3>
        <p>{t(isEncrypted ? "check.secure.yesMore" : "check.secure.noMore")}</p>
      </div>
    </li>
  );
}
