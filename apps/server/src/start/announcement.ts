import { facilitateLink, joinLink, organiserLink } from "@hefboom/contract";
import { renderUnicodeCompact } from "uqr";

import type { LinkBase } from "../links/link-bases.ts";
import { printable } from "./printable.ts";

interface Announcement {
  /** All bases, and the one that links begin with. */
  bases: readonly LinkBase[];
  base: LinkBase;
  organiserKey: string;
  /** A workshop to join; none: nothing was made yet. */
  workshop: Workshop | undefined;
  dataDir: string;
  /** Whether a person looks at a terminal, which has colours. */
  isTerminal: boolean;
}
export interface Workshop {
  id: string;
  code: string;
  title: string;
  /** Known at the start that made the workshop, and never again: only its hash is kept. */
  facilitatorKey?: string;
}

const LABEL_WIDTH = 22;

/** What `npm start` tells the person who typed it. */
export function announcement(all: Announcement): string {
  const { bases, base, organiserKey, workshop, dataDir } = all;
  const lines = [
    "",
    "Hefboom is running.",
    "",
    ...bases.map((one, index) => row(index === 0 ? "Addresses" : "", describe(one))),
    row("Organise", organiserLink(base.base, organiserKey)),
    ...(workshop === undefined
      ? [row("Join", "no workshop yet: make one with the organiser link")]
      : describeWorkshop(workshop, all)),
    row("Data folder", dataDir),
    "",
    ...(base.isLoopback ? [LOOPBACK_WARNING, ""] : []),
    "Ctrl-C stops it.",
    "",
  ];
  return lines.map((line) => (line === "" ? "\n" : `  ${line}\n`)).join("");
}

const LOOPBACK_WARNING =
  "Phones cannot open these links: they lead to this machine itself. Connect it to a network, or set PUBLIC_URL.";

function row(label: string, value: string): string {
  return `${label.padEnd(LABEL_WIDTH)}${value}`;
}

function describe({ base, isLoopback }: LinkBase): string {
  return isLoopback ? `${base}  (this machine only)` : base;
}

function describeWorkshop(workshop: Workshop, { base, isTerminal }: Announcement): string[] {
  const { id, code, title, facilitatorKey } = workshop;
  const join = joinLink(base.base, code);
  const rows = [
    "",
    row("Workshop", printable(title)),
    row("Join", `${join}   code ${code.slice(0, 3)} ${code.slice(3)}`),
  ];
  if (facilitatorKey !== undefined) {
    rows.push(row("Facilitate", facilitateLink(base.base, id, facilitatorKey)));
  }
  return [...rows, "", ...qrCode(join, isTerminal), ""];
}

/** Black on white, whatever the terminal's own colours are: that is what cameras read. */
function qrCode(link: string, isTerminal: boolean): string[] {
  const lines = renderUnicodeCompact(link, { border: 2 }).split("\n");
  return isTerminal ? lines.map((line) => `\x1b[97;40m${line}\x1b[0m`) : lines;
}
