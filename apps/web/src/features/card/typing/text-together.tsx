import { TEXT_MAX_LENGTH, TEXT_MAX_LENGTH_TYPED } from "@hefboom/board";
import { useEffect, useId, useRef, useState } from "react";

import { useSession } from "../../../board/use-board.ts";
import { TextCounter } from "../../../parts/card/text-counter.tsx";
import { useText } from "../../../texts/use-text.ts";
import css from "../card-sheet.module.css";
import { TypingTogether } from "./typing-together.ts";

/** A card's text, typed letter by letter together with whoever else has it open. */
export function TextTogether({ cardId }: { cardId: string }) {
  const text = useText();
  const id = useId();
  const { length, ...wiring } = useTogether(cardId);
  const left = TEXT_MAX_LENGTH - length;
  return (
    <div className={css.editing}>
      <label className="visually-hidden" htmlFor={id}>
        {text("card.text")}
      </label>
      <textarea
        aria-describedby={left < 0 ? `${id}-error` : undefined}
        aria-invalid={left < 0 || undefined}
        // biome-ignore lint/a11y/noAutofocus: the person pressed "edit": the letters go here
        autoFocus
        className={css.area}
        id={id}
        maxLength={TEXT_MAX_LENGTH_TYPED}
        onCompositionEnd={wiring.onCompositionEnd}
        onCompositionStart={wiring.onCompositionStart}
        onInput={wiring.onInput}
        ref={wiring.area}
        rows={6}
      />
      <TextCounter left={left} />
      {left < 0 && (
        <p className={css.error} id={`${id}-error`}>
          {text("composer.problem.too-long", { count: -left })}
        </p>
      )}
    </div>
  );
}

/** Ties a textarea to the shared text. The element keeps its own value, so that carets and input methods are left in peace. */
function useTogether(cardId: string) {
  const session = useSession();
  const area = useRef<HTMLTextAreaElement>(null);
  const typing = useRef<TypingTogether>(undefined);
  const [length, setLength] = useState(0);
  useEffect(() => {
    if (area.current === null) return;
    const together = new TypingTogether(session.editText(cardId), area.current, setLength);
    typing.current = together;
    return () => together.close();
  }, [session, cardId]);
  return {
    area,
    length,
    onInput: (event: { nativeEvent: Event }) => {
      const { nativeEvent } = event;
      // While an input method composes, the letters are not final yet.
      if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) typing.current?.send();
    },
    onCompositionStart: () => typing.current?.hold(),
    onCompositionEnd: () => typing.current?.send(),
  };
}
