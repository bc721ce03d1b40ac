// Finds the Chromium that the end-to-end tests drive, or says with which one command to get it.
import { accessSync, constants } from "node:fs";

const places = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const chosen = process.env.CHROMIUM_PATH;
if (!(chosen ? [chosen] : places).some(isProgram)) {
  console.error(
    chosen
      ? `CHROMIUM_PATH is ${JSON.stringify(chosen)}, and no program is there.`
      : `The end-to-end tests need Chromium, and there is none. Get it with:\n\n  ${command()}\n\n` +
          "or say where it is with CHROMIUM_PATH.",
  );
  process.exitCode = 1;
}

function isProgram(path) {
  try {
    accessSync(path ?? "", constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not to be run: the next place may have it
  }
}

function command() {
  if (process.platform === "darwin") return "brew install --cask chromium";
  if (process.platform === "win32") return "winget install Hibbiki.Chromium";
  return "sudo apt-get update && sudo apt-get install -y chromium";
}
