import { useLead } from "../../../../parts/lead/use-lead.ts";
import { useText } from "../../../../texts/use-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon } from "../../../../ui/icon.tsx";

/** People may write again. */
export function ReopenBoard() {
  const text = useText();
  const lead = useLead();
  const open = () =>
    void lead({ op: "settings", settings: { isClosed: false } }, text("lead.access.didOpen"));
  return (
    <Button onClick={open} variant="quiet">
      <Icon name="unlock" />
      {text("lead.access.open")}
    </Button>
  );
}
