import { useMe, useSession } from "../../../board/use-board.ts";
import { tell } from "../../../parts/lead/lead-store.ts";
import { undoFailed } from "../../../parts/lead/use-lead.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useLocale, useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { DialogNotice } from "../fields/dialog-notice.tsx";
import { closeLead } from "../lead-screen.ts";
import css from "./log.module.css";
import { type Act, type Naming, sentenceOf, whoDid } from "./log-sentence.ts";
import { useLog } from "./use-log.ts";
import { useNaming } from "./use-naming.ts";

/** Who did what when, and the way to take it back. */
export function LogDialog() {
  const text = useText();
  const { acts, hasMore, error, loadMore, reload } = useLog();
  const naming = useNaming();
  const takeBack = useTakeBackAct(reload);
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.log.title")}>
      <p>{text("lead.log.help")}</p>
      {error !== undefined && <ProblemNotice error={error} onRetry={() => void reload()} />}
      {acts?.length === 0 && <p>{text("lead.log.empty")}</p>}
      <ol className={css.acts}>
        {acts?.map((act) => (
          <ActLine act={act} key={act.id} naming={naming} onTakeBack={takeBack} />
        ))}
      </ol>
      {hasMore && (
        <div>
          <Button onClick={() => void loadMore()} variant="quiet">
            <Icon name="down" />
            {text("lead.log.more")}
          </Button>
        </div>
      )}
      <DialogNotice />
    </Dialog>
  );
}

interface ActLineProps {
  act: Act;
  naming: Naming;
  onTakeBack: (act: Act, words: string) => Promise<void>;
}

function ActLine({ act, naming, onTakeBack }: ActLineProps) {
  const text = useText();
  const locale = useLocale();
  const { personId } = useMe();
  const who = whoDid(act, personId, naming.person);
  const { key, values } = sentenceOf(act, "name" in who ? who.name : text(who.key), naming);
  const words = text(key, { ...values });
  return (
    <li className={css.act}>
      <time className={css.time} dateTime={new Date(act.at).toISOString()}>
        {timeOf(act.at, locale)}
      </time>
      <span className={css.words}>{words}</span>
      {act.isUndoable && (
        <Button
          aria-label={text("lead.log.undoName", { what: words })}
          className={css.undo}
          onClick={() => void onTakeBack(act, words)}
          variant="quiet"
        >
          <Icon name="undo" />
          {text("undo.undo")}
        </Button>
      )}
    </li>
  );
}

/** The hour, and the day too when it was not today. */
function timeOf(at: number, locale: string): string {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  if (isToday) return moment.toLocaleTimeString(locale, { timeStyle: "short" });
  return moment.toLocaleString(locale, { dateStyle: "short", timeStyle: "short" });
}

function useTakeBackAct(reload: () => Promise<void>) {
  const text = useText();
  const session = useSession();
  return async ({ id }: Act, words: string) => {
    const outcome = await session.ask({ op: "undo", command: id });
    if ("refused" in outcome) {
      tell({ state: "failed", words: undoFailed(text, outcome), command: undefined });
      return;
    }
    tell({ state: "takenBack", words, command: outcome.id });
    await reload();
  };
}
