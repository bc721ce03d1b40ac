import { useBoard, useMe } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import css from "./status.module.css";
import { useHasNetwork } from "./use-has-network.ts";
import { useLate } from "./use-late.ts";

const iconOf: Record<"connecting" | "offline" | "closed" | "online", IconName> = {
  connecting: "refresh",
  offline: "offline",
  closed: "warning",
  online: "device",
};

/** One line that is always there, so that nothing shifts: who one is, or what is wrong with the connection. */
export function StatusLine() {
  const text = useText();
  const connection = useBoard((view) => view.connection.state);
  const hasNetwork = useHasNetwork();
  const state = hasNetwork || connection === "closed" ? connection : "offline";
  const pending = useBoard(({ pendingCount }) => pendingCount);
  const isStored = useBoard(({ isStorageFailing }) => !isStorageFailing);
  const canSave = useBoard((view) => view.canSave);
  const isUnsettled = useLate(state === "connecting" || pending > 0);
  const isBad = state === "offline" || state === "closed" || !canSave || isUnsettled;
  const words = [
    state !== "online" && text(`status.${state}`),
    !canSave && text("status.cannotSave"),
    pending > 0 && text(isStored ? "status.pending" : "status.pendingOnPage", { count: pending }),
  ];
  return (
    <div className={css.line}>
      {!isBad && <Myself />}
      <div role="status">
        {isBad && (
          <p className={css.trouble}>
            <Icon name={iconOf[state]} />
            {words.filter(Boolean).join(" · ")}
          </p>
        )}
      </div>
    </div>
  );
}

/** So that people see that they are still who they were. */
function Myself() {
  const text = useText();
  const { name, role } = useMe();
  const nameless = role === "participant" ? "person.nameless" : (`role.${role}` as const);
  return <p>{text("status.me", { name: name || text(nameless) })}</p>;
}
