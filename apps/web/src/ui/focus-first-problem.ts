/** Takes who submitted a form to the first field that is wrong. */
export function focusFirstProblem(form: HTMLFormElement): void {
  // After the render that marks the problems.
  requestAnimationFrame(() =>
    form.querySelector<HTMLElement>("[aria-invalid=true], [data-problem=true] input")?.focus(),
  );
}
