import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import type { IconName } from "../../../ui/icon.tsx";
import type { LeadDialog } from "../lead-screen.ts";
import { heldCards } from "../moderate/cards/held-cards.ts";

export interface Tool {
  readonly dialog: LeadDialog;
  readonly icon: IconName;
  readonly label: string;
  /** Something waits for who leads, or is not as usual: it stands out. */
  readonly isOn?: boolean;
}

/** What stands in the bar at all times, or as long as there is something to do with it. */
export function useTools(): readonly Tool[] {
  const text = useText();
  const isPointing = useBoard(({ meta }) => meta.spotlight !== null);
  const votes = useVotesTool();
  const lock = useLockTool();
  const drafts = useBoard(({ staff }) => staff?.drafts ?? 0);
  const hands = useBoard(({ staff }) => staff?.hands.length ?? 0);
  const waiting = useBoard(({ cards }) => heldCards(cards).waiting.length);
  const tools: (Tool | false)[] = [
    { dialog: "look", icon: "point", label: text("lead.look.open"), isOn: isPointing },
    lock,
    votes,
    drafts > 0 && {
      dialog: "drafts",
      icon: "hidden",
      label: text("lead.drafts.short", { count: drafts }),
    },
    hands > 0 && {
      dialog: "hands",
      icon: "hand",
      label: text("lead.hands.short", { count: hands }),
      isOn: true,
    },
    {
      dialog: "moderate",
      icon: "cards",
      label: waiting > 0 ? text("lead.mod.waiting", { count: waiting }) : text("lead.mod.open"),
      isOn: waiting > 0,
    },
  ];
  return tools.filter((tool) => tool !== false);
}

function useVotesTool(): Tool {
  const text = useText();
  const isOpen = useBoard(({ meta }) => meta.ballot?.state === "open");
  const voters = useBoard(({ staff }) => staff?.voters ?? 0);
  // Two numbers, not a share: a phone that sleeps is not there, though its owner voted.
  const present = useBoard(({ presentCount }) => presentCount);
  const label = isOpen ? text("lead.vote.short", { voters, present }) : text("lead.vote.title");
  return { dialog: "votes", icon: "vote", label, isOn: isOpen };
}

function useLockTool(): Tool {
  const text = useText();
  const isBoardLocked = useBoard(({ meta }) => meta.locks.board);
  const count = useBoard(({ meta }) => meta.locks.levers.length);
  const isOn = isBoardLocked || count > 0;
  const label = isBoardLocked
    ? text("lead.lock.isBoard")
    : isOn
      ? text("lead.lock.isLevers", { count })
      : text("lead.lock.open");
  return { dialog: "lock", icon: isOn ? "lock" : "unlock", label, isOn };
}
