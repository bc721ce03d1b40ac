import type { Consent } from "@hefboom/board";
import { type FormEvent, useMemo, useState } from "react";

import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice/choice.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { LeverOptions } from "../lever-options.tsx";
import css from "./paste.module.css";
import { PastePreview } from "./paste-preview.tsx";
import { parseCards } from "./reading/parse-cards.ts";
import { toSend } from "./sending/send-cards.ts";
import { SendingStatus } from "./sending/sending-status.tsx";
import { useSending } from "./sending/use-sending.ts";
import type { BoardLevers } from "./use-levers.ts";

interface PasteFormProps {
  boardId: string;
  levers: BoardLevers;
  locale: string;
  onChanged: () => Promise<void>;
}

export function PasteForm({ boardId, levers, locale, onChanged }: PasteFormProps) {
  const t = useText();
  const [text, setText] = useState("");
  const [lever, setLever] = useState("");
  const [consent, setConsent] = useState<Consent>("none");
  const { sending, send } = useSending(boardId, onChanged);
  const cards = useMemo(() => parseCards(text, levers.levers), [text, levers]);
  const count = cards.filter(({ problem }) => problem === undefined).length;
  const isBusy = sending.kind === "busy";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (count === 0 || isBusy) return;
    const chosen = toSend(cards, { lever: lever || null, consent });
    setText(""); // what was sent must not be sent as new cards by a second press
    await send(chosen);
  };
  return (
    <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        hint={t("organise.paste.hint")}
        isMultiline
        label={t("organise.paste.label")}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={8}
        spellCheck={false}
        value={text}
      />
      {cards.length > 0 && (
        <>
          <PastePreview cards={cards} levers={levers.levers} />
          <Select
            label={t("organise.paste.lever")}
            onChange={(event) => setLever(event.currentTarget.value)}
            value={lever}
          >
            <option value="">{t("organise.paste.tray")}</option>
            <LeverOptions {...levers} locale={locale} />
          </Select>
          <ConsentChoice onChange={setConsent} value={consent} />
          <div>
            <Button aria-disabled={count === 0 || isBusy} type="submit">
              {t("organise.paste.submit", { count })}
            </Button>
          </div>
        </>
      )}
      <SendingStatus onRetry={(left) => void send(left)} sending={sending} />
    </form>
  );
}

interface ConsentChoiceProps {
  value: Consent;
  onChange: (consent: Consent) => void;
}

function ConsentChoice(props: ConsentChoiceProps) {
  const t = useText();
  return (
    <Choice
      {...props}
      hint={t("organise.paste.consentHint")}
      layout="row"
      legend={t("organise.paste.consent")}
      options={[
        { value: "none", label: t("consent.none") },
        { value: "anonymous", label: t("consent.anonymous") },
        { value: "named", label: t("consent.named") },
      ]}
    />
  );
}
