import type { KeyRole, MadeKey } from "@hefboom/contract";
import { useState } from "react";

import { callApi } from "../../../../api/call-api.ts";
import { useBoard, useMe, useOpenBoard } from "../../../../board/use-board.ts";
import { codeInWords } from "../../../../parts/invite/in-words.ts";
import { KeyLink } from "../../../../parts/invite/key-link.tsx";
import { askInvitationAgain, useInvitation } from "../../../../parts/invite/use-invitation.ts";
import { useKeyRoles } from "../../../../parts/invite/use-key-roles.ts";
import { useLead } from "../../../../parts/lead/use-lead.ts";
import { ProblemNotice } from "../../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../../texts/use-text.ts";
import { Icon } from "../../../../ui/icon.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { AskFirst } from "../../fields/ask-first.tsx";
import { CheckField } from "../../fields/check-field.tsx";
import css from "../moderate.module.css";
import { comeBackWithKey, useOwnNewLink } from "./own-key.ts";
import { ReopenBoard } from "./reopen-board.tsx";

/** Who may come in, and with what. */
export function AccessSection() {
  const text = useText();
  const lead = useLead();
  const isJoiningClosed = useBoard(({ meta }) => meta.settings.isJoiningClosed === true);
  const setJoining = (isClosed: boolean) =>
    void lead(
      { op: "settings", settings: { isJoiningClosed: isClosed } },
      text(isClosed ? "lead.access.isFull" : "lead.access.isOpen"),
    );
  return (
    <div className={css.section}>
      <CheckField
        hint={text("lead.access.noJoinersHint")}
        isChecked={isJoiningClosed}
        label={text("lead.access.noJoiners")}
        onChange={setJoining}
        role="switch"
      />
      <JoinCode />
      <Keys />
      <CloseBoard />
    </div>
  );
}

function JoinCode() {
  const text = useText();
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  const invitation = useInvitation();
  const [outcome, setOutcome] = useState<{ isDone: true } | { error: unknown }>();
  const renew = async () => {
    try {
      await callApi({ method: "POST", path: `/api/boards/${boardId}/code`, role });
      setOutcome({ isDone: true });
      askInvitationAgain();
    } catch (error) {
      setOutcome({ error });
    }
  };
  return (
    <section className={css.held}>
      <h3>{text("lead.access.code")}</h3>
      {invitation && <p className={css.code}>{codeInWords(invitation.code)}</p>}
      <AskFirst
        onYes={() => void renew()}
        question={text("lead.access.codeAsk")}
        yes={text("lead.access.codeYes")}
      >
        <Icon name="refresh" />
        {text("lead.access.codeRenew")}
      </AskFirst>
      {outcome && "isDone" in outcome && (
        <Notice isLive kind="success">
          {text("lead.access.codeDone")}
        </Notice>
      )}
      {outcome && "error" in outcome && <ProblemNotice error={outcome.error} />}
    </section>
  );
}

const holders = ["facilitator", "scribe", "viewer"] as const satisfies readonly KeyRole[];
const linkOf = { facilitator: "facilitate", scribe: "scribe", viewer: "project" } as const;

/** Links with a key, for who helps. */
function Keys() {
  const text = useText();
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  const ownLink = useOwnNewLink();
  const there = useKeyRoles(boardId, role);
  const [made, setMade] = useState<MadeKey["links"]>({});
  const links = { ...(role === "facilitator" && { facilitate: ownLink }), ...made };
  const take = (holder: KeyRole, { key, links: more }: MadeKey) => {
    // The old key goes with every session it gave, this page's too.
    if (holder === role) comeBackWithKey(key, more[linkOf[holder]]);
    else setMade({ ...made, ...more });
  };
  return (
    <section className={css.held}>
      <h3>{text("lead.access.keys")}</h3>
      <p>{text("organise.invite.renewExplain")}</p>
      {holders.map((holder) => (
        <KeyLink
          boardId={boardId}
          credential={role}
          hint={text(`lead.access.hint.${holder}`)}
          holder={holder}
          isKeyThere={there?.includes(holder)}
          key={holder}
          label={text(`lead.access.link.${holder}`)}
          link={links[linkOf[holder]]}
          onKey={(key) => take(holder, key)}
        />
      ))}
    </section>
  );
}

/** Ends the session: everybody reads, nobody writes. */
function CloseBoard() {
  const text = useText();
  const lead = useLead();
  const isClosed = useBoard(({ meta }) => meta.settings.isClosed === true);
  const close = () =>
    void lead({ op: "settings", settings: { isClosed: true } }, text("lead.access.didClose"));
  return (
    <section className={css.held}>
      <h3>{text("lead.access.closeTitle")}</h3>
      <p>{text(isClosed ? "lead.access.closed" : "lead.access.closeHelp")}</p>
      {isClosed ? (
        <ReopenBoard />
      ) : (
        <AskFirst
          onYes={close}
          question={text("lead.access.closeAsk")}
          yes={text("lead.access.closeYes")}
        >
          <Icon name="lock" />
          {text("lead.access.close")}
        </AskFirst>
      )}
    </section>
  );
}
