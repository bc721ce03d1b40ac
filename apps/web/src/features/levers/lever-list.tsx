import type { Group, LeverView } from "@hefboom/board";

import { useBoard } from "../../board/use-board.ts";
import { LeverBadge } from "../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../parts/lever/use-lever.ts";
import { leverHref } from "../../parts/screen/lever-address.ts";
import { useIsSpotlit } from "../../parts/session/spotlight/use-is-spotlit.ts";
import { VotesOf, VotesOnLever } from "../../parts/vote/votes-of.tsx";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { cssVars } from "../../ui/theme/css-vars.ts";
import css from "./lever-list.module.css";

interface LeverListProps {
  /** The lever whose cards stand beside the list, on wide screens. */
  current?: string | null | undefined;
}

/** All levers, group by group, each with its number of cards; the tray only when something lies in it. */
export function LeverList({ current }: LeverListProps) {
  const text = useText();
  const groups = useBoard(({ meta }) => meta.groups);
  const levers = useBoard((view) => view.levers);
  const trayCount = useBoard(({ cardIdsOn }) => cardIdsOn.get(null)?.length ?? 0);
  return (
    <nav aria-label={text("levers.title")} className={css.list}>
      {groups.map((group) => (
        <GroupSection
          current={current}
          group={group}
          key={group.id}
          levers={levers.filter((lever) => lever.group === group.id)}
        />
      ))}
      {trayCount > 0 && (
        <a
          aria-current={current === null ? "true" : undefined}
          className={css.tray}
          href={leverHref(null)}
        >
          <Icon name="drawer" />
          <span className={css.words}>
            <span className={css.title}>{text("tray.title")}</span>
            <span className={css.hint}>{text("tray.hint")}</span>
          </span>
          <Count count={trayCount} />
        </a>
      )}
    </nav>
  );
}

interface GroupSectionProps {
  group: Group;
  levers: readonly LeverView[];
  current: string | null | undefined;
}

function GroupSection({ group, levers, current }: GroupSectionProps) {
  const say = useLocalise();
  return (
    <section className={css.group} style={cssVars({ "--hefboom-lever-hue": group.hue })}>
      <h2 className={css.groupTitle}>{say(group.title)}</h2>
      <ul className={css.levers}>
        {levers.map((lever) => (
          <li className={css.item} key={lever.id}>
            <LeverLink isCurrent={lever.id === current} lever={lever} />
            <VotesOf name={say(lever.title)} on="lever" targets={[lever.id]} />
            <VotesOnLever lever={lever.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeverLink({ lever, isCurrent }: { lever: LeverView; isCurrent: boolean }) {
  const say = useLocalise();
  const tint = useLeverTint(lever.id);
  const count = useBoard(({ cardIdsOn }) => cardIdsOn.get(lever.id)?.length ?? 0);
  const isSpotlit = useIsSpotlit("lever", lever.id);
  return (
    <a
      aria-current={isCurrent ? "true" : undefined}
      className={css.lever}
      data-spotlit={isSpotlit || undefined}
      href={leverHref(lever.id)}
      style={tint}
    >
      <LeverBadge number={lever.number} />
      <span className={css.words}>
        <span className={css.title}>{say(lever.title)}</span>
        <span className={css.hint}>{say(lever.hint)}</span>
      </span>
      {isSpotlit && <SpotlitSign />}
      <Count count={count} />
    </a>
  );
}

function SpotlitSign() {
  const text = useText();
  return <Icon label={text("spotlight.here")} name="point" />;
}

function Count({ count }: { count: number }) {
  const text = useText();
  return (
    <span className={count > 0 ? css.count : css.none}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{text("lever.count", { count })}</span>
    </span>
  );
}
