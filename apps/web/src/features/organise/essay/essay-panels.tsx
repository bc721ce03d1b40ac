import { EssayPanel } from "./essay-panel.tsx";
import { TrayPanel } from "./tray-panel.tsx";
import { useTray } from "./use-tray.ts";

interface EssayPanelsProps {
  boardId: string;
  /** The board's language, for the titles of levers. */
  locale: string;
  /** Counts of the workshop may be others now. */
  onChanged: () => Promise<void>;
}

/** The essay, and the quotes that it put in the tray. */
export function EssayPanels({ boardId, locale, onChanged }: EssayPanelsProps) {
  const tray = useTray(boardId);
  const loaded = async () => {
    await Promise.all([tray.load(), onChanged()]);
  };
  return (
    <>
      <EssayPanel boardId={boardId} onLoaded={loaded} />
      <TrayPanel boardId={boardId} locale={locale} tray={tray} />
    </>
  );
}
