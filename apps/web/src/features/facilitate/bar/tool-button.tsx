import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { openLead } from "../lead-screen.ts";
import css from "./bar.module.css";
import type { Tool } from "./use-tools.ts";

/** Opens what a tool is done with. */
export function ToolButton({ tool }: { tool: Tool }) {
  const { dialog, icon, label, isOn = false } = tool;
  return (
    <Button
      className={isOn ? `${css.tool} ${css.on}` : css.tool}
      onClick={() => openLead(dialog)}
      variant="quiet"
    >
      <Icon name={icon} />
      {label}
    </Button>
  );
}
