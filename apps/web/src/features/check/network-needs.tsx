import { useText } from "../../texts/use-text.ts";
import { Panel } from "../../ui/panel/panel.tsx";
import css from "./check-page.module.css";

/** What to ask of who runs the hall's network. */
export function NetworkNeeds() {
  const t = useText();
  const { hostname, port, protocol } = location;
  const usedPort = port || (protocol === "https:" ? "443" : "80");
  return (
    <Panel title={t("check.needs.title")}>
      <p>{t("check.needs.intro")}</p>
      <ul className={css.needs}>
        <li>{t("check.needs.reach", { host: hostname, port: usedPort })}</li>
        <li>{t("check.needs.isolation")}</li>
        <li>{t("check.needs.socket")}</li>
        <li>{t("check.needs.many")}</li>
        <li>{t("check.needs.mobile")}</li>
      </ul>
    </Panel>
  );
}
