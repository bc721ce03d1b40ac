/** Placeholder, being built. */
export function FacilitateBar() {
  return null;
}
