import type { Participants } from "@hefboom/contract";

/** Somebody who joined. */
export type Participant = Participants["participants"][number];

/**
 * Whom to list, those who were stopped first, then by name, those without one last by when they came.
 * @param wanted piece of a name; empty: everybody
 * @param stopped ids as they are now, which may be newer than the list
 */
export function listPeople(
  people: readonly Participant[],
  wanted: string,
  stopped: readonly string[] | undefined,
): Participant[] {
  const piece = plain(wanted);
  return people
    .map((person) => ({ ...person, isStopped: stopped?.includes(person.id) ?? person.isStopped }))
    .filter(({ name }) => piece === "" || plain(name ?? "").includes(piece))
    .sort((a, b) => rank(a) - rank(b) || byName(a, b) || a.joinedAt - b.joinedAt);
}

const rank = ({ isStopped, name }: Participant) => (isStopped ? 0 : name ? 1 : 2);
const byName = (a: Participant, b: Participant) => (a.name ?? "").localeCompare(b.name ?? "");

/** Capitals, accents and spaces at the ends make no difference to who looks for a name. */
function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toLocaleLowerCase();
}
