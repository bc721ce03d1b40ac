import type { Role } from "@hefboom/board";
import type { ReadableLog, TextKey } from "@hefboom/contract";

export type Act = ReadableLog["acts"][number];

/** Names for ids, as far as this page knows them. */
export interface Naming {
  card(id: string): string | undefined;
  cluster(id: string): string | undefined;
  lever(id: string): string | undefined;
  phase(id: string): string | undefined;
  person(id: string): string | undefined;
}
type Kind = keyof Naming;

/** What an act may be about: the first kind that knows the id names it. */
const sentences: Readonly<Record<string, { key: TextKey; about?: readonly Kind[] }>> = {
  ballot: { key: "log.ballot" },
  cluster: { key: "log.cluster", about: ["cluster"] },
  create: { key: "log.create", about: ["card"] },
  delete: { key: "log.delete", about: ["card"] },
  hand: { key: "log.hand" },
  hide: { key: "log.hide", about: ["card"] },
  label: { key: "log.label", about: ["card"] },
  lock: { key: "log.lock", about: ["lever"] },
  phase: { key: "log.phase", about: ["phase"] },
  place: { key: "log.place", about: ["card"] },
  plan: { key: "log.plan" },
  readmit: { key: "log.readmit", about: ["person"] },
  rename: { key: "log.rename", about: ["person"] },
  restore: { key: "log.restore", about: ["card"] },
  reveal: { key: "log.reveal", about: ["person", "lever"] },
  rewrite: { key: "log.rewrite", about: ["card"] },
  settings: { key: "log.settings" },
  show: { key: "log.show", about: ["card"] },
  spotlight: { key: "log.spotlight", about: ["lever", "cluster", "card"] },
  stop: { key: "log.stop", about: ["person"] },
  timer: { key: "log.timer" },
  uncluster: { key: "log.uncluster", about: ["cluster"] },
  undo: { key: "log.undo" },
  vote: { key: "log.vote" },
};

export interface Sentence {
  readonly key: TextKey;
  /** `has`: whether `what` names what it was about; texts leave it out else. */
  readonly values: { readonly who: string; readonly has: "yes" | "no"; readonly what: string };
}

/** Who did what, as a text to be said. An act this program does not know yet is told as such. */
export function sentenceOf(act: Act, who: string, naming: Naming): Sentence {
  const { key, about = [] } = sentences[act.op] ?? { key: "log.other" };
  const what = nameOf(act.about, about, naming);
  return { key, values: { who, has: what === undefined ? "no" : "yes", what: what ?? "" } };
}

function nameOf(id: string | undefined, kinds: readonly Kind[], naming: Naming) {
  if (id === undefined) return undefined;
  return kinds.map((kind) => naming[kind](id)).find((name) => name !== undefined);
}

/** How the person behind an act is called: by name, else by role. */
export function whoDid(
  { personId, role }: Pick<Act, "personId" | "role">,
  myId: string,
  personName: (id: string) => string | undefined,
): { name: string } | { key: "log.me" | `log.who.${Role}` } {
  if (personId === myId) return { key: "log.me" };
  const name = personName(personId);
  return name === undefined ? { key: `log.who.${role}` } : { name };
}

/** The acts of another page behind those that are known; what two pages both have is there once. */
export function joinActs(known: readonly Act[], older: readonly Act[]): Act[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...older.filter(({ id }) => !ids.has(id))];
}
