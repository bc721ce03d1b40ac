import { type Command, type CreateCommand, type FinalRefusal, isPassing } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";

import type { CommandSender } from "./command-sender.ts";
import type { Drawer } from "./drawer.ts";
import type { Outbox } from "./outbox.ts";

interface Settling {
  readonly outbox: Outbox;
  readonly sender: CommandSender;
  readonly drawer: Drawer;
}

/** Takes what was saved out of the outbox, and puts what was refused for good, with its words, into the drawer. */
export function settleAnswer(settling: Settling, answer: Answer): void {
  const refused = "refused" in answer ? answer.refused : undefined;
  if (refused !== undefined && isPassing(refused)) {
    settling.sender.postponed(answer.id);
    return;
  }
  const command = settling.outbox.remove(answer.id);
  if (command === undefined) return; // answered before, on a connection that was lost
  settling.sender.settled(command.id);
  if (refused !== undefined) putAway(settling, command, refused);
}

function putAway({ outbox, drawer }: Settling, command: Command, refused: FinalRefusal): void {
  const whole = command.op === "create" ? withWhatFollowed(outbox, command) : command;
  const isWordless = whole.op === "rewrite" && whole.text.trim() === "";
  if (!isWordless) drawer.addCommand(whole, refused);
}

/** What was to be done to a card that will not be there goes with it; the card keeps its newest words. */
function withWhatFollowed(outbox: Outbox, create: CreateCommand): CreateCommand {
  let { text } = create;
  for (const later of outbox.on(create.cardId)) {
    if (later.op === "rewrite") text = later.text;
    outbox.remove(later.id);
  }
  return { ...create, text };
}
