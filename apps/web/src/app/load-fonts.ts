/** Fetches the web fonts once the page has nothing better to do; until then the system's fonts are shown. */
export function loadFontsWhenIdle(): void {
  const load = () => void import("../ui/theme/fonts.css");
  if ("requestIdleCallback" in window) window.requestIdleCallback(load, { timeout: 3_000 });
  else setTimeout(load, 1_000); // Safari
}
