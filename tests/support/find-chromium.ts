import { existsSync } from "node:fs";

const places = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that this machine has; test tools never download one. */
export function findChromium(): string {
  const path = places.find((place) => place !== undefined && existsSync(place));
  if (path !== undefined) return path;
  throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM_PATH");
}

export const chromiumArgs = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A name that is no secure context, as a hall knows a laptop on its LAN.
  "--host-resolver-rules=MAP hefboom.test 127.0.0.1",
];
