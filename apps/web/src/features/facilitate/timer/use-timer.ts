import { useLead } from "../../../parts/lead/use-lead.ts";
import { useText } from "../../../texts/use-text.ts";

/** What one does with the time of the room. */
export function useTimer() {
  const lead = useLead();
  const text = useText();
  const set = (kind: "pause" | "resume" | "stop") =>
    void lead({ op: "timer", change: { kind } }, text(`lead.timer.did.${kind}`));
  return {
    add: () =>
      void lead({ op: "timer", change: { kind: "add", minutes: 1 } }, text("lead.timer.did.add")),
    start: (minutes: number) =>
      void lead(
        { op: "timer", change: { kind: "start", minutes } },
        text("lead.timer.did.start", { minutes: text("lead.minutes", { count: minutes }) }),
      ),
    pause: () => set("pause"),
    resume: () => set("resume"),
    stop: () => set("stop"),
  };
}
