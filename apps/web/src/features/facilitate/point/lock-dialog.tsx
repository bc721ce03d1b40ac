import { type ReactNode, startTransition, useOptimistic } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useLead } from "../../../parts/lead/use-lead.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { CheckField } from "../fields/check-field.tsx";
import { DialogNotice } from "../fields/dialog-notice.tsx";
import { closeLead } from "../lead-screen.ts";
import css from "./point.module.css";

/** Locks the whole board, or single levers: what lies there stays as it is. */
export function LockDialog() {
  const text = useText();
  const say = useLocalise();
  const locks = useBoard(({ meta }) => meta.locks);
  const levers = useBoard((view) => view.levers);
  const setLock = useSetLock();
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.lock.title")}>
      <p>{text("lead.lock.help")}</p>
      <LockSwitch
        isLocked={locks.board}
        label={<strong>{text("lead.lock.board")}</strong>}
        onChange={(isLocked) => setLock(null, text("lead.lock.board"), isLocked)}
      />
      <fieldset className={css.locks}>
        <legend>{text("lead.lock.levers")}</legend>
        {levers.map(({ id, number, title }) => {
          const name = `${number}. ${say(title)}`;
          return (
            <LockSwitch
              isLocked={locks.levers.includes(id)}
              key={id}
              label={name}
              onChange={(isLocked) => setLock(id, name, isLocked)}
            />
          );
        })}
      </fieldset>
      <DialogNotice />
    </Dialog>
  );
}

interface LockSwitchProps {
  isLocked: boolean;
  label: ReactNode;
  /** Resolves when the server has answered. */
  onChange: (isLocked: boolean) => Promise<unknown>;
}

/** Shows at once what was asked for, and what is so again when the server refuses. */
function LockSwitch({ isLocked, label, onChange }: LockSwitchProps) {
  const [isShown, setShown] = useOptimistic(isLocked);
  const set = (wanted: boolean) =>
    startTransition(async () => {
      setShown(wanted);
      await onChange(wanted);
    });
  return <CheckField isChecked={isShown} label={label} onChange={set} role="switch" />;
}

function useSetLock() {
  const text = useText();
  const lead = useLead();
  return (lever: string | null, what: string, isLocked: boolean) => {
    const words = text(isLocked ? "lead.lock.locked" : "lead.lock.unlocked", { what });
    return lead({ op: "lock", lever, isLocked }, words);
  };
}
