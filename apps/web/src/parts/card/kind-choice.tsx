import type { CardKind } from "@hefboom/board";

import { useText } from "../../texts/use-text.ts";
import { Choice } from "../../ui/choice/choice.tsx";

interface KindChoiceProps {
  value: CardKind;
  onChange: (kind: CardKind) => void;
}

/** A note or a quote. */
export function KindChoice(props: KindChoiceProps) {
  const text = useText();
  return (
    <Choice
      {...props}
      layout="row"
      legend={<span className="visually-hidden">{text("composer.kind")}</span>}
      options={[
        { value: "note", label: text("kind.note") },
        { value: "quote", label: text("kind.quote") },
      ]}
    />
  );
}
