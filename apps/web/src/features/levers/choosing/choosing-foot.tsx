import { useEffect, useRef } from "react";

import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import css from "./choosing.module.css";
import { ChoosingBar } from "./choosing-bar.tsx";
import type { Chosen } from "./use-chosen.ts";

interface ChoosingFootProps {
  lever: string | null;
  chosen: Chosen | undefined;
  onStart: () => void;
  onStop: () => void;
}

/** The way to put cards together: first choose them, then say how. */
export function ChoosingFoot({ lever, chosen, onStart, onStop }: ChoosingFootProps) {
  const text = useText();
  const button = useFocusAfter(chosen !== undefined);
  if (chosen === undefined) {
    return (
      <Button className={css.start} onClick={onStart} ref={button} variant="quiet">
        <Icon name="group" />
        {text("cluster.choose")}
      </Button>
    );
  }
  return <ChoosingBar cardIds={[...chosen.ids]} lever={lever} onStop={onStop} />;
}

/** The bar takes its buttons with it when it goes: the focus then stays here. */
function useFocusAfter(isChoosing: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasChoosing = useRef(isChoosing);
  useEffect(() => {
    if (wasChoosing.current && !isChoosing && document.activeElement === document.body) {
      button.current?.focus({ preventScroll: true });
    }
    wasChoosing.current = isChoosing;
  }, [isChoosing]);
  return button;
}
