import { useBoard } from "../../board/use-board.ts";
import { HandButton } from "../../features/session/hand/hand-button.tsx";
import { PhaseRow } from "../../features/session/phase/phase-row.tsx";
import { StatusChips } from "../../features/status/status-chips.tsx";
import { StatusLine } from "../../features/status/status-line.tsx";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { useSizeVar } from "../../parts/screen/use-size-var.ts";
import { LanguageSwitch } from "../../texts/language-switch.tsx";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./board-header.module.css";

interface ShapeProps {
  /** How the board is shown now; `undefined` where there is no choice. */
  shape: "canvas" | "list" | undefined;
  onShape: (shape: "canvas" | "list") => void;
}
interface BoardHeaderProps extends ShapeProps {
  /** Says where the session stands. */
  hasPhase?: boolean;
}

export function BoardHeader({ shape, onShape, hasPhase = true }: BoardHeaderProps) {
  const say = useLocalise();
  const title = useBoard(({ meta }) => meta.title);
  const header = useSizeVar<HTMLElement>("--board-header-size");
  return (
    <header className={css.header} ref={header}>
      <div className={css.row}>
        <div className={css.titles}>
          <h1 className={css.title}>{say(title)}</h1>
          <StatusLine />
        </div>
        <StatusChips />
        <HandButton />
        {shape !== undefined && <ShapeSwitch onShape={onShape} shape={shape} />}
        <LanguageSwitch />
      </div>
      {hasPhase && <PhaseRow />}
    </header>
  );
}

function ShapeSwitch({ shape, onShape }: ShapeProps) {
  const text = useText();
  const isCanvas = shape === "canvas";
  return (
    <Button onClick={() => onShape(isCanvas ? "list" : "canvas")} variant="quiet">
      <Icon name={isCanvas ? "list" : "map"} />
      {text(isCanvas ? "shape.toList" : "shape.toCanvas")}
    </Button>
  );
}
