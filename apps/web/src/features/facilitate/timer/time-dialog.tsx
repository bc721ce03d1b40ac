import { type FormEvent, useState } from "react";
import { useBoard } from "../../../board/use-board.ts";
import { usePhase } from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { DialogNotice } from "../fields/dialog-notice.tsx";
import { closeLead } from "../lead-screen.ts";
import { minutesIn } from "./moments.ts";
import { SoundSwitch } from "./sound-switch.tsx";
import css from "./timer.module.css";
import { MoreTimeButton, PauseButton, StopButton } from "./timer-buttons.tsx";
import { TimerFace } from "./timer-face.tsx";
import { useTimer } from "./use-timer.ts";

const PRESETS = [1, 3, 5, 10, 15];

/** Everything about the time: start it for so many minutes, hold it, stop it, and the sound at its end. */
export function TimeDialog() {
  const text = useText();
  const hasTimer = useBoard(({ meta }) => meta.timer !== null);
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.timer.title")}>
      {hasTimer && (
        <div className={css.now}>
          <TimerFace />
          <div className={css.row}>
            <MoreTimeButton />
            <PauseButton />
            <StopButton />
          </div>
        </div>
      )}
      <StartTime hasTimer={hasTimer} />
      <SoundSwitch />
      <DialogNotice />
    </Dialog>
  );
}

function StartTime({ hasTimer }: { hasTimer: boolean }) {
  const text = useText();
  const { start } = useTimer();
  const meant = usePhase().minutes;
  const [typed, setTyped] = useState(String(meant ?? 5));
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const minutes = minutesIn(typed);
    setWrong(minutes === undefined);
    if (minutes !== undefined) start(minutes);
  };
  return (
    <form className={css.start} noValidate onSubmit={submit}>
      <h3>{text(hasTimer ? "lead.timer.startAgain" : "lead.timer.start")}</h3>
      <div className={css.row}>
        {PRESETS.map((minutes) => (
          <Button
            aria-label={text("lead.timer.startFor", {
              minutes: text("lead.minutes", { count: minutes }),
            })}
            className={css.preset}
            key={minutes}
            onClick={() => start(minutes)}
            variant="quiet"
          >
            {text("lead.minutes", { count: minutes })}
          </Button>
        ))}
      </div>
      <div className={css.typed}>
        <TextField
          error={isWrong ? text("lead.timer.wrong") : undefined}
          inputMode="decimal"
          label={text("lead.timer.minutes")}
          onChange={(event) => setTyped(event.target.value)}
          value={typed}
        />
        <Button type="submit">
          <Icon name="play" />
          {text("lead.timer.go")}
        </Button>
      </div>
    </form>
  );
}
