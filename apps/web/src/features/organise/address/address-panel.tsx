import { type ChangeEvent, useId } from "react";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { Select } from "../../../ui/select.tsx";
import css from "./address-panel.module.css";
import type { AddressChoice } from "./use-addresses.ts";

/** What links and QR codes begin with: shown, to be chosen, and a warning when no phone can reach it. */
export function AddressPanel({ addresses }: { addresses: AddressChoice }) {
  const t = useText();
  const id = useId();
  const choose = (event: ChangeEvent<HTMLSelectElement>) =>
    void addresses.choose(event.currentTarget.value);
  return (
    <Panel title={t("organise.address.title")}>
      <p>
        {t("organise.address.current")} <strong className={css.base}>{addresses.base}</strong>
      </p>
      {addresses.isLoopback && (
        <Notice isLive kind="warning">
          {t("organise.address.loopback")}
        </Notice>
      )}
      <p>
        {t("organise.address.check")}{" "}
        <a href={`${addresses.base}/check`} rel="noopener" target="_blank">
          {t("check.title")}
        </a>
      </p>
      {addresses.error !== undefined && <ProblemNotice error={addresses.error} />}
      {addresses.addresses.length > 1 && (
        <div className={css.field}>
          <Select
            aria-describedby={id}
            label={t("organise.address.choose")}
            onChange={choose}
            value={addresses.base}
          >
            {addresses.addresses.map(({ base, isLoopback }) => (
              <option key={base} value={base}>
                {isLoopback ? t("organise.address.loopbackOption", { base }) : base}
              </option>
            ))}
          </Select>
          <p className={css.hint} id={id}>
            {t("organise.address.help")}
          </p>
        </div>
      )}
    </Panel>
  );
}
