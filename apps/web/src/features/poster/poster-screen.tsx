/** Placeholder, being built. */
export function PosterScreen() {
  return null;
}
