/** Longest time that steps are done without a pause, in ms; what follows them at the slice's end may take as long again. */
const SLICE_MS = 10;

/**
 * Does all steps, with pauses in which others have their turn.
 * @param together called with each slice's work; one transaction around it spares what each step alone would cost
 */
export async function inSlices(
  steps: readonly (() => void)[],
  together: (work: () => void) => void,
): Promise<void> {
  let next = 0;
  while (next < steps.length) {
    together(() => {
      const end = performance.now() + SLICE_MS;
      do {
        steps[next]?.();
        next += 1;
      } while (next < steps.length && performance.now() < end);
    });
    if (next < steps.length) await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
}
