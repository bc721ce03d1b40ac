import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";
import css from "./notice.module.css";

type Kind = "info" | "success" | "warning" | "error";
interface NoticeProps {
  kind?: Kind;
  children: ReactNode;
  /** Read out when it appears; leave it off for what stands on the page from the start. */
  isLive?: boolean;
}

const iconOf: Record<Kind, IconName> = {
  info: "info",
  success: "check",
  warning: "warning",
  error: "warning",
};

export function Notice({ kind = "info", children, isLive = false }: NoticeProps) {
  const role = isLive ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div className={`${css.notice} ${css[kind]}`} role={role}>
      <Icon name={iconOf[kind]} />
      <div className={css.text}>{children}</div>
    </div>
  );
}
