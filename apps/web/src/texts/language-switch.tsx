import { useId } from "react";

import { Icon } from "../ui/icon.tsx";
import css from "./language-switch.module.css";
import { locales } from "./load-texts.ts";
import { chooseLocale } from "./text-store.ts";
import { useLocale, useText } from "./use-text.ts";

/** Chooses the language of the page; each language is named in itself. */
export function LanguageSwitch() {
  const text = useText();
  const locale = useLocale();
  const id = useId();
  return (
    <div className={css.switch}>
      <label className="visually-hidden" htmlFor={id}>
        {text("language.choose")}
      </label>
      <span aria-hidden="true" className={css.code}>
        {locale.toUpperCase()}
        <Icon name="down" />
      </span>
      <select
        className={css.select}
        id={id}
        onChange={(event) => void chooseLocale(event.target.value)}
        value={locale}
      >
        {locales.map((each) => (
          <option key={each} lang={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </div>
  );
}

function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
