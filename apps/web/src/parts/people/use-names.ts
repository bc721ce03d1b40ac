import { useBoard, useMe } from "../../app/board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { editorsByCard, nameOf } from "./names.ts";

/** How a person is called on this page: their name, "jij", or "deelnemer". */
export function usePersonName(personId: string | undefined): string | undefined {
  const text = useText();
  const me = useMe();
  const name = useBoard(({ people }) => personId && nameOf(people, personId));
  if (personId === undefined) return undefined;
  if (personId === me.personId) return text("person.you");
  return name || text("person.nameless");
}

/** Names of others who have this card open now, joined to one line; empty when nobody has. */
export function useEditorNames(cardId: string): string {
  const text = useText();
  const me = useMe();
  return useBoard(({ peers }) => {
    const others = (editorsByCard(peers).get(cardId) ?? []).filter(
      (peer) => peer.participantId !== me.personId,
    );
    return others.map(({ name }) => name || text("person.nameless")).join(", ");
  });
}
