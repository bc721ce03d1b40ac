import { useEffect, useState } from "react";
import { ProblemNotice } from "../../parts/problem/problem-notice.tsx";
import { useFocusNet } from "../../parts/screen/use-focus-net.ts";
import { LanguageSwitch } from "../../texts/language-switch.tsx";
import { useText } from "../../texts/use-text.ts";
import css from "./organise-page.module.css";
import { openWorkshopIn } from "./own-address.ts";
import { SignIn } from "./sign-in.tsx";
import { useOrganiser } from "./use-organiser.ts";
import { Workshops } from "./workshops.tsx";

export function OrganisePage() {
  const t = useText();
  const { state, load, signIn } = useOrganiser();
  const boardId = useOpenWorkshop();
  useFocusNet();
  useEffect(() => {
    document.title = `${t("organise.title")} · ${t("app.name")}`;
  }, [t]);
  return (
    <div className={css.page}>
      <header className={css.header}>
        <a className={css.brand} href="/">
          {t("app.name")}
        </a>
        <span>{t("organise.title")}</span>
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        {state.kind === "loading" && <p role="status">{t("organise.loading")}</p>}
        {state.kind === "failed" && (
          <ProblemNotice error={state.error} onRetry={() => void load()} />
        )}
        {state.kind === "signed-out" && <SignIn isWrongKey={state.isWrongKey} onSignIn={signIn} />}
        {state.kind === "ready" && (
          <Workshops boardId={boardId} boards={state.boards} onChanged={load} />
        )}
      </main>
    </div>
  );
}

/** The workshop in the fragment, so that "back" in the browser closes it. */
function useOpenWorkshop(): string | undefined {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return openWorkshopIn(hash);
}
