import type { CanvasView } from "../../canvas/canvas-view.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import css from "./canvas-toolbar.module.css";

const ZOOM_STEP = 1.25;

export function CanvasToolbar({ view, percent }: { view: CanvasView; percent: number }) {
  const text = useText();
  return (
    <fieldset aria-label={text("canvas.zoom")} className={css.bar}>
      <button className={css.tool} onClick={() => view.zoom(1 / ZOOM_STEP)} type="button">
        <Icon label={text("canvas.zoomOut")} name="minus" />
      </button>
      <span className={css.percent}>{percent}%</span>
      <button className={css.tool} onClick={() => view.zoom(ZOOM_STEP)} type="button">
        <Icon label={text("canvas.zoomIn")} name="add" />
      </button>
      <button className={css.tool} onClick={() => view.fit()} type="button">
        <Icon label={text("canvas.fit")} name="fit" />
      </button>
    </fieldset>
  );
}
