/** The workshop that is open on `/o`, from the fragment; `undefined`: the list. */
export function openWorkshopIn(fragment: string): string | undefined {
  return /^#([0-9a-z]{20})$/.exec(fragment)?.[1];
}
