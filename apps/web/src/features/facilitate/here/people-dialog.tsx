import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./here.module.css";
import { peopleHere } from "./people-here.ts";

/** Who is connected now, by the names that the board gives; the others as a number. */
export function PeopleDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const peers = useBoard((view) => view.peers);
  const presentCount = useBoard((view) => view.presentCount);
  const isHidden = useBoard(({ meta }) => meta.authors === "hidden");
  const { named, unnamedCount } = peopleHere(peers, presentCount);
  return (
    <Dialog closeLabel={t("lead.close")} onClose={onClose} shape="box" title={t("lead.people")}>
      <p>{t("lead.present", { count: presentCount })}</p>
      {isHidden && <p>{t("lead.peopleHidden")}</p>}
      {named.length > 0 && (
        <ul className={css.people}>
          {named.map((person) => (
            <li
              className={css.person}
              key={person.participantId}
              style={cssVars({ "--hefboom-person-hue": person.hue })}
            >
              {person.name}
            </li>
          ))}
        </ul>
      )}
      {!isHidden && named.length === 0 && <p>{t("lead.peopleNobody")}</p>}
      {named.length > 0 && unnamedCount > 0 && (
        <p>{t("lead.peopleUnnamed", { count: unnamedCount })}</p>
      )}
    </Dialog>
  );
}
