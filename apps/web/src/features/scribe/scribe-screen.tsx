import { useEffect } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { useFocusNet } from "../../parts/screen/use-focus-net.ts";
import { useText } from "../../texts/use-text.ts";
import { Panel } from "../../ui/panel/panel.tsx";
import { EntryForm } from "./entry/entry-form.tsx";
import { useEntry } from "./entry/use-entry.ts";
import { RecentCards } from "./recent/recent-cards.tsx";
import css from "./scribe-screen.module.css";
import { VotesPanel } from "./votes/votes-panel.tsx";

/** For who writes down what people without a phone say, and gives their votes. */
export function ScribeScreen() {
  const t = useText();
  const state = useEntry();
  const isClosed = useBoard(({ meta }) => meta.settings.isClosed === true);
  useTitle();
  useFocusNet();
  return (
    <main className={css.page}>
      {!isClosed && (
        <Panel title={t("scribe.title")}>
          <EntryForm state={state} />
        </Panel>
      )}
      <div className={css.stack}>
        <VotesPanel who={state.entry.who} />
        <RecentCards entered={state.entered} />
      </div>
    </main>
  );
}

function useTitle(): void {
  const t = useText();
  const say = useLocalise();
  const title = say(useBoard(({ meta }) => meta.title));
  useEffect(() => {
    document.title = `${t("scribe.title")} · ${title}`;
  }, [t, title]);
}
