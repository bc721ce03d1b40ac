import { type SubmitEvent, useId, useState } from "react";

import { useBoard, useMe, useOpenBoard } from "../../board/use-board.ts";
import { KindChoice } from "../../parts/card/kind-choice.tsx";
import { LeverSelect } from "../../parts/lever/lever-select.tsx";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { announce, closeComposer, showCard, touchCard } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { focusFirstProblem } from "../../ui/focus-first-problem.ts";
import css from "./composer.module.css";
import { ConsentField } from "./consent-field.tsx";
import { cardFromDraft, checkDraft, type DraftProblems } from "./draft/check-draft.ts";
import { type Draft, nextDraft, startDraft } from "./draft/draft.ts";
import { loadDraft, saveDraft } from "./draft/draft-store.ts";
import { heldAtFirst, whyNotNow } from "./draft/placing.ts";
import { DraftText } from "./draft-text.tsx";
import { LabelsField } from "./labels-field.tsx";
import { PlacingNote } from "./placing-note.tsx";
import { SpeakerFields } from "./speaker-fields.tsx";

interface ComposerProps {
  /** Chosen beforehand; `undefined`: as the draft has it. */
  lever: string | null | undefined;
  /** Told where the card went, so that the person sees it land. */
  onPlaced: (lever: string | null) => void;
}

/** Sheet to write a note or a quote. What is typed is kept with each letter. */
export function Composer({ lever, onPlaced }: ComposerProps) {
  const text = useText();
  const formId = useId();
  const noteId = useId();
  const { role } = useMe();
  const [draft, change] = useDraft(lever);
  const place = usePlaceDraft();
  const [problems, setProblems] = useState<DraftProblems>({});
  const notNow = useBoard(({ meta }) => whyNotNow(meta, role, draft.lever));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The button stays to be pressed: it then says why not.
    if (notNow !== undefined) return document.getElementById(noteId)?.focus();
    const found = checkDraft(draft, role);
    setProblems(found);
    if (Object.keys(found).length > 0) return focusFirstProblem(event.currentTarget);
    place(draft);
    onPlaced(draft.lever);
  };
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      footer={
        <>
          <PlacingNote id={noteId} notNow={notNow} />
          <Button
            aria-disabled={notNow !== undefined}
            className={css.submit}
            form={formId}
            size="large"
            type="submit"
          >
            {text("composer.place")}
          </Button>
        </>
      }
      onClose={closeComposer}
      title={text("composer.title")}
    >
      <form className={css.form} id={formId} noValidate onSubmit={submit}>
        <KindChoice onChange={(kind) => change({ kind })} value={draft.kind} />
        <DraftText draft={draft} onChange={change} problem={problems.text} />
        {draft.kind === "quote" && <SpeakerFields draft={draft} onChange={change} />}
        <LeverSelect
          label={text("composer.lever")}
          onChange={(chosen) => change({ lever: chosen })}
          value={draft.lever}
        />
        <LabelsField labels={draft.labels} onChange={(labels) => change({ labels })} />
        <ConsentField
          isMissing={problems.consent === "missing"}
          onChange={(consent) => change({ consent })}
          value={draft.consent}
        />
      </form>
    </Dialog>
  );
}

/** The stored draft of this person, and how to change part of it. */
function useDraft(lever: string | null | undefined) {
  const { boardId, me } = useOpenBoard();
  const levers = useBoard((view) => view.levers);
  const [draft, setDraft] = useState(() => {
    const start = startDraft(loadDraft(boardId, me.personId), lever);
    const isKnown = start.lever === null || levers.some(({ id }) => id === start.lever);
    return isKnown ? start : { ...start, lever: null };
  });
  const change = (changes: Partial<Draft>) => {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    saveDraft(boardId, me.personId, changed);
  };
  return [draft, change] as const;
}

const placedText = { draft: "composer.placedDraft", waiting: "composer.placedWaiting" } as const;

function usePlaceDraft(): (draft: Draft) => void {
  const text = useText();
  const say = useLocalise();
  const { boardId, me, session, store } = useOpenBoard();
  const levers = useBoard((view) => view.levers);
  return (draft) => {
    const held = heldAtFirst(store.getState().meta, me.role);
    const cardId = session.create(cardFromDraft(draft));
    saveDraft(boardId, me.personId, nextDraft(draft));
    touchCard(cardId);
    showCard(cardId);
    closeComposer();
    const lever = levers.find(({ id }) => id === draft.lever);
    const placed = held ? placedText[held] : "composer.placed";
    announce(text(placed, { lever: lever ? say(lever.title) : text("tray.title") }));
  };
}
