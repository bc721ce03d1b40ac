const RELOADED_KEY = "hefboom:reloaded-at";
const ONCE_MS = 60_000;

/** Fetches the program anew when the server no longer speaks with this one; once, so that it never goes in circles. */
export function reloadForNewVersion(): void {
  try {
    const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0);
    if (Date.now() - last < ONCE_MS) return;
    sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
  } catch {
    return; // without storage nothing would stop the circle
  }
  location.reload();
}
