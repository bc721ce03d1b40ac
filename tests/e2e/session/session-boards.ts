import { type Command, newId } from "@hefboom/board";
import type { CreatedBoard, Joined } from "@hefboom/contract";

import { aNote, call, facilitatorToken, join, makeBoard, send } from "../../support/api.ts";
import { readBoard, readStoredCards } from "../../support/people/board-reading.ts";
import type { TestServer } from "../../support/test-server.ts";

/** A board of a session in the standard plan, halted where it is to be looked at. */
export interface SessionBoard {
  id: string;
  code: string;
  facilitatorKey: string;
  viewerKey: string;
  scribeKey: string;
  /** Of somebody who joined before the door closed. */
  participantToken: string;
}
export interface SessionBoards {
  welcome: SessionBoard;
  read: SessionBoard;
  silence: SessionBoard;
  reveal: SessionBoard;
  moderated: SessionBoard;
  cluster: SessionBoard;
  vote: SessionBoard;
  results: SessionBoard;
  spotlight: SessionBoard;
  harvest: SessionBoard;
  closed: SessionBoard;
}
export type SomeNote = readonly [lever: string, text: string, kind?: "quote", speaker?: string];

interface Making {
  server: TestServer;
  board: CreatedBoard;
  lead: string;
  people: readonly Joined[];
}
const NAMES = ["Ann", "Bo", "Fatima", "Joost", "Riet", "Sem"];
/** What is coloured: the organiser has a list of them. */
const PLACES = [
  "de markt",
  "het dorp",
  "de haven",
  "de dijk",
  "de straat",
  "het park",
  "de buurt",
  "het kanaal",
  "de brug",
  "het station",
  "de oever",
];
/** Dots that each person gives, by the number of the card in the order of the notes. */
const DOTS = [
  [2, 2, 5],
  [2, 0, 10],
  [5, 5, 2],
  [16, 2, 5],
  [10, 5, 16],
];

/** The same session again and again, each gone on further than the one before. */
export async function openSessionBoards(
  server: TestServer,
  notes: readonly SomeNote[],
): Promise<SessionBoards> {
  const names = PLACES.values();
  const nextTitle = () => `Jij kleurt ${names.next().value ?? "het plein"}`;
  const make = async (reach: (making: Making) => Promise<void>) => {
    const making = await begin(server, nextTitle(), notes);
    await reach(making);
    return withScribe(making);
  };
  return {
    welcome: await withScribe(await gather(server, nextTitle())),
    read: await withScribe(await gather(server, nextTitle(), ["read"])),
    silence: await make(async () => undefined),
    reveal: await make((making) => goTo(making, ["reveal"])),
    moderated: await make(keepOrder),
    cluster: await make(putTogether),
    vote: await make(openVote),
    results: await make(showOutcome),
    spotlight: await make(async (making) => {
      await goTo(making, ["reveal", "discuss"]);
      await lead(making, { op: "spotlight", target: { kind: "lever", id: "h02" } });
    }),
    harvest: await make((making) => goTo(making, ["reveal", "harvest"])),
    closed: await make(async (making) => {
      await goTo(making, ["reveal", "harvest"]);
      await lead(making, { op: "settings", settings: { isClosed: true } });
    }),
  };
}

/** Everybody has come in. @param phases that the session goes through after it */
async function gather(
  server: TestServer,
  title: string,
  phases: readonly string[] = [],
): Promise<Making> {
  const board = await makeBoard(server, { title, plan: "standard" });
  const people: Joined[] = [];
  for (const name of NAMES) {
    people.push(await join(server, board.code, { name, consent: "named" }));
  }
  const making = { server, board, lead: await facilitatorToken(server, board), people };
  await goTo(making, phases);
  return making;
}

/** Everybody has written in silence. */
async function begin(
  server: TestServer,
  title: string,
  notes: readonly SomeNote[],
): Promise<Making> {
  const making = await gather(server, title, ["write"]);
  const { board, people } = making;
  for (const [index, [lever, text, kind, speaker]] of notes.entries()) {
    const { token } = personAt(people, index);
    const card = { ...aNote(text, lever), kind: kind ?? ("note" as const) };
    const named = speaker === undefined ? {} : { speaker, speakerAgrees: true };
    await done(send(server, board.id, token, [{ ...card, ...named }]));
  }
  return making;
}

async function keepOrder(making: Making): Promise<void> {
  const { server, board, people } = making;
  await goTo(making, ["reveal", "discuss"]);
  await lead(making, { op: "settings", settings: { isModerated: true } });
  const waiting = ["Mag de weg ook dicht op zondag?", "Zet de stoelen in een kring."];
  for (const [index, text] of waiting.entries()) {
    await done(send(server, board.id, personAt(people, index).token, [aNote(text, "h07")]));
  }
  const [hidden] = await readStoredCards(server, board.id, making.lead);
  await lead(making, { op: "hide", cardId: hidden?.id ?? "" });
  await done(
    send(server, board.id, personAt(people, 2).token, [{ op: "hand", id: newId(), isUp: true }]),
  );
}

async function putTogether(making: Making): Promise<void> {
  const { server, board } = making;
  await goTo(making, ["reveal", "cluster"]);
  const cards = await readStoredCards(server, board.id, making.lead);
  const onLever = cards.filter(({ place }) => place.lever === "h02").map(({ id }) => id);
  const members = onLever.slice(0, 2);
  await lead(making, { op: "cluster", clusterId: newId(), title: "Begin bij de stoep", members });
}

async function openVote(making: Making): Promise<void> {
  const { server, board, people } = making;
  await putTogether(making);
  await goTo(making, ["vote"]);
  const cards = await readStoredCards(server, board.id, making.lead);
  const ids = cards.toSorted((a, b) => (a.text < b.text ? -1 : 1)).map(({ id }) => id);
  for (const [index, targets] of DOTS.entries()) {
    const given = new Map<string, number>();
    for (const at of targets) {
      const target = ids[at % ids.length] ?? "";
      given.set(target, (given.get(target) ?? 0) + 1);
    }
    const votes = [...given].map(([target, dots]) => {
      return { op: "vote", id: newId(), target, dots } as const;
    });
    await done(send(server, board.id, personAt(people, index).token, votes));
  }
}

async function showOutcome(making: Making): Promise<void> {
  await openVote(making);
  await lead(making, { op: "ballot", change: "reveal" });
}

async function goTo(making: Making, phases: readonly string[]): Promise<void> {
  for (const to of phases) {
    const doc = await readBoard(making.server, making.board.id, making.lead);
    const phase = doc.getMap("meta").get("phase") as { seq: number }; // the server's own
    await lead(making, { op: "phase", to, seq: phase.seq });
  }
}

type Asking<C = Command> = C extends Command ? Omit<C, "id"> : never;

async function lead({ server, board, lead: token }: Making, asking: Asking): Promise<void> {
  // An op with its fields, and an id, is that command.
  await done(send(server, board.id, token, [{ ...asking, id: newId() } as Command]));
}

async function done(answers: ReturnType<typeof send>): Promise<void> {
  for (const { saved, refused } of await answers) {
    if (!saved) throw new Error(`a step towards a sight was refused: ${refused}`);
  }
}

async function withScribe({ server, board, lead: token, people }: Making): Promise<SessionBoard> {
  const path = `/api/boards/${board.id}/keys`;
  const answer = await call(server, path, { token, body: { role: "scribe" } });
  const { key }: { key: string } = await answer.json();
  const { id, code, facilitatorKey, viewerKey } = board;
  const participantToken = personAt(people, 0).token;
  return { id, code, facilitatorKey, viewerKey, scribeKey: key, participantToken };
}

function personAt(people: readonly Joined[], index: number): Joined {
  const person = people[index % people.length];
  if (person === undefined) throw new Error("nobody has joined");
  return person;
}
