import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { openLead } from "../lead-screen.ts";
import { useTimer } from "./use-timer.ts";

/** One minute more, or without a timer the way to start one. */
export function MoreTimeButton() {
  const text = useText();
  const hasTimer = useBoard(({ meta }) => meta.timer !== null);
  const { add } = useTimer();
  if (!hasTimer) {
    return (
      <Button onClick={() => openLead("time")} variant="quiet">
        <Icon name="clock" />
        {text("lead.timer.open")}
      </Button>
    );
  }
  return (
    <Button aria-label={text("lead.timer.addName")} onClick={add} variant="quiet">
      {text("lead.timer.add")}
    </Button>
  );
}

/** Holds the time, or lets it go on. */
export function PauseButton() {
  const text = useText();
  const timer = useBoard(({ meta }) => meta.timer);
  const { pause, resume } = useTimer();
  if (timer === null) return null;
  const isPaused = "pausedLeftMs" in timer;
  return (
    <Button onClick={isPaused ? resume : pause} variant="quiet">
      <Icon name={isPaused ? "play" : "pause"} />
      {text(isPaused ? "lead.timer.resume" : "lead.timer.pause")}
    </Button>
  );
}

export function StopButton() {
  const text = useText();
  const hasTimer = useBoard(({ meta }) => meta.timer !== null);
  const { stop } = useTimer();
  if (!hasTimer) return null;
  return (
    <Button onClick={stop} variant="quiet">
      <Icon name="stop" />
      {text("lead.timer.stop")}
    </Button>
  );
}
