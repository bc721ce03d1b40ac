import type { Participants } from "@hefboom/contract";
import { useEffect, useRef, useState } from "react";

import { useBoard, useOpenBoard } from "../../../../board/use-board.ts";
import { ProblemNotice } from "../../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../../texts/use-text.ts";
import { TextField } from "../../../../ui/text-field.tsx";
import { useFetched } from "../../use-fetched.ts";
import css from "../moderate.module.css";
import { listPeople } from "./people-list.ts";
import { PersonRow } from "./person-row.tsx";

/** From so many people on one looks for a name instead of reading the list. */
const SEARCHED_FROM = 10;
const SHOWN = 60;

/** Everybody who joined: stop, readmit, rename, and show somebody's drafts. */
export function PeopleSection() {
  const text = useText();
  const { boardId } = useOpenBoard();
  const path = `/api/boards/${boardId}/participants`;
  const { data, error, refresh } = useFetched<Participants>(path);
  const stopped = useBoard(({ staff }) => staff?.stopped);
  const [wanted, setWanted] = useState("");
  useRefreshing(refresh);
  const everybody = data?.participants ?? [];
  const people = listPeople(everybody, wanted, stopped);
  const rest = people.length - SHOWN;
  return (
    <div className={css.section}>
      {error !== undefined && <ProblemNotice error={error} onRetry={refresh} />}
      {data !== undefined && <p>{text("lead.people.count", { count: everybody.length })}</p>}
      {everybody.length >= SEARCHED_FROM && (
        <TextField
          label={text("lead.people.search")}
          onChange={(event) => setWanted(event.target.value)}
          type="search"
          value={wanted}
        />
      )}
      <ul className={css.people}>
        {people.slice(0, SHOWN).map((person) => (
          <PersonRow key={person.id} onChanged={refresh} person={person} />
        ))}
      </ul>
      {rest > 0 && <p>{text("lead.mod.andMore", { count: rest })}</p>}
    </div>
  );
}

/** People come and write meanwhile. */
const AGAIN_MS = 10_000;

function useRefreshing(refresh: () => void): void {
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    const again = setInterval(() => latest.current(), AGAIN_MS);
    return () => clearInterval(again);
  }, []);
}
