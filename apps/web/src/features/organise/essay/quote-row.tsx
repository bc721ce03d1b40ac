import type { Card } from "@hefboom/board";
import { type FormEvent, useId, useRef, useState } from "react";

import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { LeverOptions } from "../lever-options.tsx";
import css from "./essay.module.css";
import type { Tray } from "./tray.ts";

interface QuoteRowProps {
  quote: Card;
  /** Place in the list, from 1. */
  number: number;
  tray: Tray;
  locale: string;
  onPlace: (cardId: string, lever: string) => Promise<void>;
}

export function QuoteRow({ quote, number, tray, locale, onPlace }: QuoteRowProps) {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  const [lever, setLever] = useState("");
  const [state, setState] = useState<"idle" | "unchosen" | "busy">("idle");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lever === "") {
      field.current?.focus();
      return setState("unchosen");
    }
    setState("busy");
    await onPlace(quote.id, lever);
    setState("idle");
  };
  return (
    <li className={css.quote}>
      <figure className={css.figure}>
        <blockquote className={css.words}>{quote.text}</blockquote>
        {quote.speaker && <figcaption className={css.speaker}>{quote.speaker}</figcaption>}
      </figure>
      <form className={css.place} noValidate onSubmit={(event) => void submit(event)}>
        <Select
          aria-describedby={state === "unchosen" ? `${id}-error` : undefined}
          aria-invalid={state === "unchosen" || undefined}
          label={t("organise.tray.leverFor", { number })}
          onChange={(event) => setLever(event.currentTarget.value)}
          ref={field}
          value={lever}
        >
          <option value="">{t("organise.tray.choose")}</option>
          <LeverOptions groups={tray.groups} levers={tray.levers} locale={locale} />
        </Select>
        <Button
          aria-label={t("organise.tray.placeFor", { number })}
          disabled={state === "busy"}
          type="submit"
        >
          {t("organise.tray.place")}
        </Button>
        {state === "unchosen" && (
          <p className={css.error} id={`${id}-error`} role="alert">
            {t("organise.tray.chooseFirst")}
          </p>
        )}
      </form>
    </li>
  );
}
