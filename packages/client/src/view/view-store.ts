import type { BoardView, CardView } from "../board-view.ts";
import { type CardChange, updateLists, withAllLevers } from "./card-lists.ts";
import { isSameCard } from "./same-card.ts";

/** Where the parts of the view come from; each is asked only after it was said to have changed. */
export interface ViewSource {
  card(cardId: string): CardView | undefined;
  parts: PartSources<ViewPart>;
}
/** One function for each of these parts. */
export type PartSources<Part extends ViewPart> = { readonly [Each in Part]: () => BoardView[Each] };
const VIEW_PARTS = [
  "isLoaded",
  "meta",
  "levers",
  "clusters",
  "results",
  "votes",
  "votesFor",
  "isHandUp",
  "staff",
  "people",
  "peers",
  "presentCount",
  "connection",
  "pendingCount",
  "isStorageFailing",
  "canSave",
  "drawer",
] as const satisfies readonly (keyof BoardView)[];
export type ViewPart = (typeof VIEW_PARTS)[number];

/** Holds the immutable view and brings it up to date at most once per scheduled flush. */
export class ViewStore {
  readonly #source: ViewSource;
  readonly #schedule: (flush: () => void) => void;
  readonly #listeners = new Set<() => void>();
  readonly #dirtyCards = new Set<string>();
  readonly #dirtyParts = new Set<ViewPart>();
  #view: BoardView;
  #isScheduled = false;
  #isClosed = false;

  constructor(
    source: ViewSource,
    me: NonNullable<BoardView["me"]>,
    schedule: (flush: () => void) => void,
  ) {
    this.#source = source;
    this.#schedule = schedule;
    const read = <Part extends ViewPart>(part: Part) => source.parts[part]();
    this.#view = {
      isLoaded: read("isLoaded"),
      meta: read("meta"),
      levers: read("levers"),
      cards: new Map(),
      cardIdsOn: new Map([[null, []]]),
      clusters: read("clusters"),
      results: read("results"),
      votes: read("votes"),
      votesFor: read("votesFor"),
      isHandUp: read("isHandUp"),
      staff: read("staff"),
      people: read("people"),
      peers: read("peers"),
      presentCount: read("presentCount"),
      connection: read("connection"),
      pendingCount: read("pendingCount"),
      isStorageFailing: read("isStorageFailing"),
      canSave: read("canSave"),
      drawer: read("drawer"),
      me,
    };
  }

  get view(): BoardView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  cardChanged(cardId: string): void {
    this.#dirtyCards.add(cardId);
    this.#plan();
  }

  /** The replica is another one: nothing of the view may stay without a look. */
  allChanged(): void {
    for (const cardId of this.#view.cards.keys()) this.#dirtyCards.add(cardId);
    for (const part of VIEW_PARTS) this.#dirtyParts.add(part);
    this.#plan();
  }

  changed(part: ViewPart): void {
    this.#dirtyParts.add(part);
    this.#plan();
  }

  /** No listener hears anything from now on. */
  close(): void {
    this.#isClosed = true;
    this.#listeners.clear();
  }

  #plan(): void {
    if (this.#isScheduled || this.#isClosed) return;
    this.#isScheduled = true;
    this.#schedule(() => {
      this.#isScheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#isClosed) return;
    const before = this.#view;
    this.#flushCards();
    for (const part of this.#dirtyParts) this.#refresh(part);
    if (this.#dirtyParts.has("levers")) {
      const ids = this.#view.levers.map(({ id }) => id);
      this.#set("cardIdsOn", withAllLevers(this.#view.cardIdsOn, ids));
    }
    this.#dirtyParts.clear();
    if (this.#view !== before) for (const listener of [...this.#listeners]) listener();
  }

  #flushCards(): void {
    const changes: CardChange[] = [];
    const { cards: before, cardIdsOn } = this.#view;
    const cards = new Map(before);
    for (const cardId of this.#dirtyCards) {
      const old = before.get(cardId);
      const card = this.#source.card(cardId);
      if (old === card || (old && card && isSameCard(old, card))) continue;
      if (card === undefined) cards.delete(cardId);
      else cards.set(cardId, card);
      changes.push({ before: old, after: card });
    }
    this.#dirtyCards.clear();
    if (changes.length === 0) return;
    this.#set("cards", cards);
    this.#set("cardIdsOn", updateLists(cardIdsOn, changes, cards));
  }

  #refresh(part: ViewPart): void {
    this.#set(part, this.#source.parts[part]());
  }

  #set<Part extends keyof BoardView>(part: Part, value: BoardView[Part]): void {
    if (this.#view[part] !== value) this.#view = { ...this.#view, [part]: value };
  }
}
