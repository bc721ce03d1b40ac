import { type ReadyPlan, TITLE_MAX_LENGTH } from "@hefboom/board";
import type { CreatedBoard, NewBoardBody } from "@hefboom/contract";
import { type FormEvent, useRef, useState } from "react";

import { callApi } from "../../../api/call-api.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice/choice.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import css from "../organise-page.module.css";
import { PlanChoice } from "./plan-choice.tsx";

interface NewWorkshopProps {
  isOpenAtStart: boolean;
  onMade: (board: CreatedBoard) => Promise<void>;
}

export function NewWorkshop({ isOpenAtStart, onMade }: NewWorkshopProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(isOpenAtStart);
  if (isOpen) return <NewWorkshopForm onCancel={() => setIsOpen(false)} onMade={onMade} />;
  return (
    <Button onClick={() => setIsOpen(true)} size="large">
      <Icon name="add" />
      {t("organise.new.open")}
    </Button>
  );
}

type Progress =
  | { readonly kind: "filling" }
  | { readonly kind: "untitled" }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly error: unknown };

interface FormProps {
  onCancel: () => void;
  onMade: (board: CreatedBoard) => Promise<void>;
}

function NewWorkshopForm({ onCancel, onMade }: FormProps) {
  const t = useText();
  const [title, setTitle] = useState("");
  const [locale, setLocale] = useState<"nl" | "en">("nl");
  const [plan, setPlan] = useState<ReadyPlan>("standard");
  const [authors, setAuthors] = useState<"shown" | "hidden">("shown");
  const [progress, setProgress] = useState<Progress>({ kind: "filling" });
  const titleField = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "") {
      setProgress({ kind: "untitled" });
      titleField.current?.focus();
      return;
    }
    setProgress({ kind: "busy" });
    try {
      await onMade(await makeBoard({ title: title.trim(), locale, authors, plan }));
    } catch (error) {
      setProgress({ kind: "failed", error });
    }
  };
  return (
    <Panel title={t("organise.new.title")}>
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          error={progress.kind === "untitled" ? t("organise.new.nameEmpty") : undefined}
          hint={t("organise.new.nameHint")}
          label={t("organise.new.name")}
          maxLength={TITLE_MAX_LENGTH}
          onChange={(event) => setTitle(event.currentTarget.value)}
          ref={titleField}
          required
          value={title}
        />
        <LanguageChoice onChange={setLocale} value={locale} />
        <PlanChoice onChange={setPlan} value={plan} />
        <AuthorsChoice onChange={setAuthors} value={authors} />
        {progress.kind === "failed" && <ProblemNotice error={progress.error} />}
        <div className={css.actions}>
          <Button disabled={progress.kind === "busy"} type="submit">
            {t("organise.new.submit")}
          </Button>
          <Button onClick={onCancel} variant="quiet">
            {t("organise.new.cancel")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

interface OneChoiceProps<T> {
  value: T;
  onChange: (value: T) => void;
}

function LanguageChoice(props: OneChoiceProps<"nl" | "en">) {
  const t = useText();
  return (
    <Choice
      {...props}
      layout="row"
      legend={t("organise.new.language")}
      options={[
        { value: "nl", label: t("organise.new.languageNl") },
        { value: "en", label: t("organise.new.languageEn") },
      ]}
    />
  );
}

function AuthorsChoice(props: OneChoiceProps<"shown" | "hidden">) {
  const t = useText();
  return (
    <Choice
      {...props}
      legend={t("organise.new.authors")}
      options={[
        {
          value: "shown",
          label: t("organise.new.authorsShown"),
          hint: t("organise.new.authorsShownHint"),
        },
        {
          value: "hidden",
          label: t("organise.new.authorsHidden"),
          hint: t("organise.new.authorsHiddenHint"),
        },
      ]}
    />
  );
}

function makeBoard(body: NewBoardBody): Promise<CreatedBoard> {
  return callApi({ method: "POST", path: "/api/boards", body, role: "organiser" });
}
