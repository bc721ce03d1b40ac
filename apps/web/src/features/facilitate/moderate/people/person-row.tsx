import { NAME_MAX_LENGTH } from "@hefboom/board";
import { type FormEvent, useState } from "react";

import { useBoard } from "../../../../board/use-board.ts";
import { useLead } from "../../../../parts/lead/use-lead.ts";
import { useLocale, useText } from "../../../../texts/use-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { AskFirst } from "../../fields/ask-first.tsx";
import css from "../moderate.module.css";
import type { ListedPerson } from "./people-list.ts";

interface PersonRowProps {
  person: ListedPerson;
  /** The list is to be fetched again. */
  onChanged: () => void;
}

/** Somebody who joined: closed a line, opened what can be done about them. */
export function PersonRow({ person, onChanged }: PersonRowProps) {
  const text = useText();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const called = useCalled(person);
  const { isStopped, joinedAt, cards } = person;
  const time = new Date(joinedAt).toLocaleTimeString(locale, { timeStyle: "short" });
  return (
    <li className={css.person} data-stopped={isStopped}>
      <button
        aria-expanded={isOpen}
        className={css.personHead}
        onClick={() => setOpen(!isOpen)}
        type="button"
      >
        <span className={css.personName}>
          <strong>{called}</strong>
          <span className={css.facts}>
            {cards === undefined
              ? text("lead.people.since", { time })
              : text("lead.people.facts", { time, cards: text("lever.count", { count: cards }) })}
          </span>
        </span>
        {isStopped && <span className={css.stopped}>{text("lead.people.isStopped")}</span>}
        <Icon name={isOpen ? "up" : "down"} />
      </button>
      {isOpen && <PersonVerbs onChanged={onChanged} person={person} />}
    </li>
  );
}

/** A name, or what tells them from others without one. */
function useCalled({ name, position }: ListedPerson): string {
  const text = useText();
  return name ?? text("lead.people.nameless", { position });
}

function PersonVerbs({ person, onChanged }: PersonRowProps) {
  const text = useText();
  const lead = useLead();
  const { id, isStopped, name } = person;
  // Somebody's drafts alone would tell who wrote them.
  const mayReveal = useBoard(({ meta }) => meta.authors === "shown");
  const called = useCalled(person);
  const setStopped = async () => {
    const op = isStopped ? "readmit" : "stop";
    if (await lead({ op, personId: id }, text(`lead.people.did.${op}`, { name: called })))
      onChanged();
  };
  const reveal = () => void lead({ op: "reveal", personId: id }, text("lead.reveal.did"));
  return (
    <div className={css.personVerbs}>
      <Button onClick={() => void setStopped()} variant="quiet">
        <Icon name={isStopped ? "check" : "personOff"} />
        {text(isStopped ? "lead.people.readmit" : "lead.people.stop")}
      </Button>
      {mayReveal && (
        <AskFirst
          onYes={reveal}
          question={
            <>
              {text("lead.reveal.ask")} {text("lead.noWayBack")}
            </>
          }
          yes={text("lead.reveal.yes")}
        >
          <Icon name="point" />
          {text("lead.people.reveal")}
        </AskFirst>
      )}
      {name !== undefined && <Rename id={id} name={name} onChanged={onChanged} />}
    </div>
  );
}

interface RenameProps {
  id: string;
  name: string;
  onChanged: () => void;
}

function Rename({ id, name, onChanged }: RenameProps) {
  const text = useText();
  const lead = useLead();
  const [typed, setTyped] = useState(name);
  const rename = async (next: string | null) => {
    const words = text("lead.people.did.rename", { name: next ?? text("person.nameless") });
    if (await lead({ op: "rename", personId: id, name: next }, words)) onChanged();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void rename(typed.trim() || null);
  };
  return (
    <form className={css.rename} noValidate onSubmit={submit}>
      <TextField
        autoComplete="off"
        hint={text("lead.people.renameHint")}
        label={text("lead.people.name")}
        maxLength={NAME_MAX_LENGTH}
        onChange={(event) => setTyped(event.target.value)}
        value={typed}
      />
      <div className={css.verbs}>
        <Button type="submit" variant="quiet">
          <Icon name="edit" />
          {text("lead.people.rename")}
        </Button>
        <Button onClick={() => void rename(null)} variant="quiet">
          <Icon name="trash" />
          {text("lead.people.unname")}
        </Button>
      </div>
    </form>
  );
}
