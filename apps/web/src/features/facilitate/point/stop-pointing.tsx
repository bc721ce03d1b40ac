import { useLead } from "../../../parts/lead/use-lead.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import css from "./point.module.css";
import { usePointedAt } from "./use-pointed-at.ts";

/** What everybody looks at now, and the button that lets go. */
export function StopPointing() {
  const text = useText();
  const lead = useLead();
  const what = usePointedAt();
  if (what === undefined) return null;
  const stop = () => void lead({ op: "spotlight", target: null }, text("lead.look.stopped"));
  return (
    <p className={css.pointing}>
      <Icon name="point" />
      <span className={css.what}>{text("lead.look.at", { what })}</span>
      <Button onClick={stop} variant="quiet">
        {text("lead.look.stop")}
      </Button>
    </p>
  );
}
