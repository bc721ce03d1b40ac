import { useText } from "../../../texts/use-text.ts";
import { CheckField } from "../fields/check-field.tsx";
import { chooseSound, useSoundChoice } from "./sound-choice.ts";
import { playTwoTones, prepareSound } from "./two-tones.ts";

/** Whether this device sounds at the end; switched on, it lets hear what that is like. */
export function SoundSwitch() {
  const text = useText();
  const isOn = useSoundChoice();
  const choose = (next: boolean) => {
    chooseSound(next);
    if (!next) return;
    prepareSound();
    playTwoTones();
  };
  return (
    <CheckField
      hint={text("lead.timer.soundHint")}
      isChecked={isOn}
      label={text("lead.timer.sound")}
      onChange={choose}
      role="switch"
    />
  );
}
