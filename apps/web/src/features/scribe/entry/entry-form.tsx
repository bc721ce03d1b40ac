import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from "react";

import { useBoard, useMe } from "../../../board/use-board.ts";
import { KindChoice } from "../../../parts/card/kind-choice.tsx";
import { canCreate } from "../../../parts/card/rights.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { useSizeVar } from "../../../parts/screen/use-size-var.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { focusFirstProblem } from "../../../ui/focus-first-problem.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { ConsentAnswer } from "./consent-answer.tsx";
import css from "./entry.module.css";
import { checkEntry, type EntryProblems } from "./entry.ts";
import { EntryText } from "./entry-text.tsx";
import { LeverField } from "./lever-field.tsx";
import type { EntryState } from "./use-entry.ts";
import { WhoField } from "./who-field.tsx";

/** Writes down one card after the other: who and their answer stay, the words make room for the next. */
export function EntryForm({ state }: { state: EntryState }) {
  const { entry, change } = state;
  const { role } = useMe();
  const isOpen = useBoard(({ meta }) => canCreate(meta, role, entry.lever));
  const words = useRef<HTMLTextAreaElement>(null);
  const [problems, setProblems] = useState<EntryProblems>({});
  const [unknownLever, setUnknownLever] = useState<string>();
  useEffect(() => words.current?.focus(), []);
  const say = useSaved();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = checkEntry(entry);
    setProblems(found);
    const isWrong = Object.keys(found).length > 0 || unknownLever !== undefined;
    if (isWrong) return focusFirstProblem(event.currentTarget);
    if (!isOpen) return;
    state.save();
    say(entry.lever);
    words.current?.focus();
  };
  return (
    <form className={css.form} noValidate onKeyDown={submitOnCtrlEnter} onSubmit={submit}>
      <div className={css.speaking}>
        <WhoField
          known={state.known}
          onChange={state.changeWho}
          problem={problems.who}
          who={entry.who}
        />
        <ConsentAnswer
          isMissing={problems.consent === "missing"}
          onChange={(consent) => change({ consent })}
          value={entry.consent}
          who={entry.who}
        />
      </div>
      <KindChoice onChange={(kind) => change({ kind })} value={entry.kind} />
      <EntryText
        entry={entry}
        onChange={(text) => change({ text })}
        problem={problems.text}
        ref={words}
      />
      <LeverField
        onChange={(lever) => change({ lever })}
        onUnknown={setUnknownLever}
        unknown={unknownLever}
        value={entry.lever}
      />
      {!isOpen && <NotNow />}
      <SaveRow isOpen={isOpen} />
    </form>
  );
}

function SaveRow({ isOpen }: { isOpen: boolean }) {
  const t = useText();
  const end = useSizeVar<HTMLDivElement>("--board-dock-size");
  return (
    <div className={css.end} ref={end}>
      <Button aria-disabled={!isOpen} size="large" type="submit">
        <Icon name="check" />
        {t("scribe.save")}
      </Button>
      <p className={css.keys}>{t("scribe.keys")}</p>
    </div>
  );
}

/** The form stands only on a board that is not closed, so that it is a lock which keeps a card from its place. */
function NotNow() {
  const t = useText();
  const isBoard = useBoard(({ meta }) => meta.locks.board);
  const reason = isBoard ? "composer.notNow.board" : "composer.notNow.lever";
  return <Notice kind="warning">{t(reason)}</Notice>;
}

function useSaved(): (lever: string | null) => void {
  const t = useText();
  const say = useLocalise();
  const levers = useBoard((view) => view.levers);
  return (id) => {
    const lever = levers.find((each) => each.id === id);
    announce(t("composer.placed", { lever: lever ? say(lever.title) : t("tray.title") }));
  };
}

/** From any field; in the words a plain Enter does it too. */
function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
