import { useEffect, useRef } from "react";
import { useBoard } from "../../board/use-board.ts";
import { StatusChips } from "../../features/status/status-chips.tsx";
import { StatusLine } from "../../features/status/status-line.tsx";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { LanguageSwitch } from "../../texts/language-switch.tsx";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./board-header.module.css";

interface BoardHeaderProps {
  /** How the board is shown now; `undefined` where there is no choice. */
  shape: "canvas" | "list" | undefined;
  onShape: (shape: "canvas" | "list") => void;
}

export function BoardHeader({ shape, onShape }: BoardHeaderProps) {
  const say = useLocalise();
  const title = useBoard(({ meta }) => meta.title);
  const header = useHeaderSize();
  return (
    <header className={css.header} ref={header}>
      <div className={css.row}>
        <div className={css.titles}>
          <h1 className={css.title}>{say(title)}</h1>
          <StatusLine />
        </div>
        <StatusChips />
        {shape !== undefined && <ShapeSwitch onShape={onShape} shape={shape} />}
        <LanguageSwitch />
      </div>
    </header>
  );
}

function ShapeSwitch({ shape, onShape }: BoardHeaderProps) {
  const text = useText();
  const isCanvas = shape === "canvas";
  return (
    <Button onClick={() => onShape(isCanvas ? "list" : "canvas")} variant="quiet">
      <Icon name={isCanvas ? "list" : "map"} />
      {text(isCanvas ? "shape.toList" : "shape.toCanvas")}
    </Button>
  );
}

/** Tells the page how high the header is, for what sticks below it. */
function useHeaderSize() {
  const header = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = header.current;
    if (element === null) return;
    const watcher = new ResizeObserver(() => {
      const size = `${element.offsetHeight}px`;
      document.documentElement.style.setProperty("--board-header-size", size);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return header;
}
