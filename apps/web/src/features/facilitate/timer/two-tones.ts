let audio: AudioContext | undefined;

/** A browser lets a page sound only after somebody has touched it: called from there. */
export function prepareSound(): void {
  audio ??= new AudioContext();
  audio.resume().catch(() => undefined); // no loudspeaker: the end is seen all the same
}

const FIRST_HZ = 587.33; // D5, then A4: a fourth down, which says "done"
const SECOND_HZ = 440;
const SECOND_AFTER_S = 0.6;

/** Two soft tones; silence on a page that nobody has touched yet. */
export function playTwoTones(): void {
  if (audio === undefined) return;
  audio.resume().catch(() => undefined); // a page in the background may have been put to rest
  softTone(audio, FIRST_HZ, audio.currentTime);
  softTone(audio, SECOND_HZ, audio.currentTime + SECOND_AFTER_S);
}

const LOUDNESS = 0.2;
const SWELL_S = 0.05;
const FADE_S = 1.6;

/** Swells and fades as a bell does, so that nobody is startled. */
function softTone(context: AudioContext, frequency: number, at: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + SWELL_S);
  gain.gain.exponentialRampToValueAtTime(0.001, at + FADE_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + FADE_S);
}
