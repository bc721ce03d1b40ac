import type { Participants } from "@hefboom/contract";

/** Somebody who joined. */
export type Participant = Participants["participants"][number];

/** Somebody who joined, as the list shows them. */
export interface ListedPerson extends Participant {
  /** The how manieth to join, from 1: tells those without a name apart. Says no more than the time at which they joined. */
  readonly position: number;
}

/**
 * Whom to list, those who were stopped first, then by name, those without one last by when they came.
 * @param wanted piece of a name; empty: everybody
 * @param stopped ids as they are now, which may be newer than the list
 */
export function listPeople(
  people: readonly Participant[],
  wanted: string,
  stopped: readonly string[] | undefined,
): ListedPerson[] {
  const piece = plain(wanted);
  return [...people]
    .sort(byJoining)
    .map((person, index) => ({
      position: index + 1,
      ...person,
      isStopped: stopped?.includes(person.id) ?? person.isStopped,
    }))
    .filter(({ name }) => piece === "" || plain(name ?? "").includes(piece))
    .sort((a, b) => rank(a) - rank(b) || byName(a, b) || a.position - b.position);
}

/** In one order also where two joined in the same millisecond. */
const byJoining = (a: Participant, b: Participant) =>
  a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1);
const rank = ({ isStopped, name }: Participant) => (isStopped ? 0 : name ? 1 : 2);
const byName = (a: Participant, b: Participant) => (a.name ?? "").localeCompare(b.name ?? "");

/** Capitals, accents and spaces at the ends make no difference to who looks for a name. */
function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toLocaleLowerCase();
}
