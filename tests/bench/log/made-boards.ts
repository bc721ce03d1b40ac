import * as Y from "yjs";

/** A board as a list of entries, each an update v1, as rooms would have stored them. */
export interface MadeBoard {
  readonly name: string;
  entries(): Uint8Array[];
}

const LEVERS = 11;
const CARDS_AN_ENTRY = 20;

/** The boards whose size or past is unusual. */
export const madeBoards: readonly MadeBoard[] = [
  {
    name: "10,000 cards, five moves each",
    entries: () => entriesOf((doc) => moveCards(doc, makeCards(doc, 10_000, 60), 5)),
  },
  { name: "20,000 cards", entries: () => entriesOf((doc) => void makeCards(doc, 20_000, 60)) },
  { name: "16 MB", entries: () => entriesOf((doc) => void makeCards(doc, 15_500, 950)) },
  { name: "5,000 past clientIDs", entries: () => writtenByMany(5_000) },
];

const cardId = (n: number) => `card${n}`.padEnd(20, "0");

/** Calls `write` and takes down what each of its transactions changed. */
function entriesOf(write: (doc: Y.Doc) => void): Uint8Array[] {
  const doc = new Y.Doc();
  const entries: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => entries.push(update));
  write(doc);
  return entries;
}

function makeCards(doc: Y.Doc, count: number, letters: number): number {
  for (let start = 0; start < count; start += CARDS_AN_ENTRY) {
    doc.transact(() => {
      for (let n = start; n < Math.min(count, start + CARDS_AN_ENTRY); n += 1) {
        doc.getMap("cards").set(cardId(n), { kind: "note", author: "p".repeat(20), at: 1 });
        doc.getMap("texts").set(cardId(n), new Y.Text(textOf(n, letters)));
        placeCard(doc, n, n);
      }
    });
  }
  return count;
}

function moveCards(doc: Y.Doc, count: number, times: number): void {
  for (let round = 1; round <= times; round += 1) {
    for (let start = 0; start < count; start += CARDS_AN_ENTRY) {
      doc.transact(() => {
        for (let n = start; n < start + CARDS_AN_ENTRY; n += 1) placeCard(doc, n, n + round);
      });
    }
  }
}

function placeCard(doc: Y.Doc, n: number, to: number): void {
  const lever = `h${String((to % LEVERS) + 1).padStart(2, "0")}`;
  doc.getMap("places").set(cardId(n), { lever, order: `a${(n % 36).toString(36)}${to % 10}V` });
}

/** Words that a compressor cannot make nothing of. */
function textOf(n: number, letters: number): string {
  let text = "";
  for (let word = n + 1; text.length < letters; word = (word * 48_271) % 2_147_483_647) {
    text += `${word.toString(36)} `;
  }
  return text.slice(0, letters);
}

/** Each of them typed into a card of their own, under a clientID of their own. */
function writtenByMany(people: number): Uint8Array[] {
  return entriesOf((doc) => {
    makeCards(doc, people, 60);
    for (let n = 0; n < people; n += 1) {
      doc.clientID = 1_000 + n * 7;
      doc.getMap<Y.Text>("texts").get(cardId(n))?.insert(5, "getypt");
    }
  });
}
