import { type FormEvent, useEffect, useRef, useState } from "react";

import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import css from "./organise-page.module.css";

interface SignInProps {
  isWrongKey: boolean;
  onSignIn: (key: string) => Promise<void>;
}

export function SignIn({ isWrongKey, onSignIn }: SignInProps) {
  const t = useText();
  const [key, setKey] = useState("");
  const [state, setState] = useState<"idle" | "empty" | "busy">("idle");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() === "") return setState("empty");
    setState("busy");
    await onSignIn(keyOf(key));
    setState("idle");
  };
  const error =
    state === "empty"
      ? t("organise.signIn.empty")
      : isWrongKey && state === "idle"
        ? t("organise.signIn.wrong")
        : undefined;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) field.current?.focus(); // its description says what is wrong
  }, [error]);
  return (
    <form className={css.signIn} noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t("organise.signIn.title")}</h1>
      <p>{t("organise.signIn.help")}</p>
      <TextField
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        error={error}
        label={t("organise.signIn.key")}
        onChange={(event) => setKey(event.currentTarget.value)}
        ref={field}
        spellCheck={false}
        value={key}
      />
      <Button disabled={state === "busy"} size="large" type="submit">
        {t("organise.signIn.submit")}
      </Button>
    </form>
  );
}

/** The key, also when the whole link was pasted. */
function keyOf(typed: string): string {
  return (/[#&]key=([^&\s]+)/.exec(typed)?.[1] ?? typed).trim();
}
