/** Placeholder, being built. */
export function WallScreen() {
  return null;
}
