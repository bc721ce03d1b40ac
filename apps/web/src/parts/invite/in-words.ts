/** What a person types by hand to come to `link`: no scheme where the browser adds the right one, no path. */
export function addressInWords(link: string): string {
  const { protocol, host, port, origin } = new URL(link);
  const isPlain = protocol === "http:" || port === "";
  return isPlain ? host : origin;
}

/** A code in two halves, so that it can be read out and typed: `K7M 2QX`. */
export function codeInWords(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
