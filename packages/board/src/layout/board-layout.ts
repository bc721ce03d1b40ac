import type { LeverView } from "../document/read-board.ts";
import type { Group } from "../model/lever-schema.ts";
import type { Place } from "../model/place-schema.ts";

/** A rectangle in board units (1 unit = 1 CSS px at zoom 1), y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface PlacedCard {
  readonly id: string;
  readonly place: Place;
}
export interface BoardLayout {
  readonly islands: ReadonlyMap<string, { readonly title: Box; readonly box: Box }>;
  readonly levers: ReadonlyMap<string, Box>;
  readonly tray: Box;
  readonly cards: ReadonlyMap<string, Box>;
  readonly bounds: Box;
}

export const CARD_SIZE = { width: 208, height: 148 } as const;
const CARD_GAP = 12;
const LEVER_PADDING = 16;
/** Height of a lever's header: number, title and hint. */
export const LEVER_HEADER = 104;
const LEVER_GAP = 24;
const ISLAND_GAP = 72;
const ISLAND_TITLE = 76;
/** Height of an island with few cards; with three islands the whole then has the shape of a 16:9 wall. */
const ISLAND_HEIGHT = 1_424;
/** The tray grows by a column for each so many cards, up to three. */
const TRAY_ROWS = 8;
const TRAY_COLUMNS_MOST = 3;
/** From this many levers on, a group stands in two columns of narrow levers. */
const TWO_COLUMNS_FROM = 4;

const cardColumnsWidth = (columns: number) =>
  columns * CARD_SIZE.width + (columns - 1) * CARD_GAP + 2 * LEVER_PADDING;
/** A lever's width is fixed: two cards in a group of two columns, three where levers are stacked. */
const NARROW = cardColumnsWidth(2);
const WIDE = cardColumnsWidth(3);

/**
 * Where everything lies. Groups stand side by side as islands, each with its title above; a lever's height follows
 * from its cards and pushes only what is below it; the tray stands beside the last, so that it and the levers are seen
 * at once on a wide screen.
 * @param cardsOn cards of a lever (or of the tray, `null`) in their order.
 */
export function layoutBoard(
  groups: readonly Group[],
  levers: readonly LeverView[],
  cardsOn: (lever: string | null) => readonly PlacedCard[],
): BoardLayout {
  const islands = new Map<string, { title: Box; box: Box }>();
  const leverBoxes = new Map<string, Box>();
  const cards = new Map<string, Box>();
  let x = 0;
  let bottom = ISLAND_TITLE + ISLAND_HEIGHT;
  for (const group of groups) {
    const own = levers.filter((lever) => lever.group === group.id);
    const columns = own.length >= TWO_COLUMNS_FROM ? 2 : 1;
    const leverWidth = columns === 2 ? NARROW : WIDE;
    const rows = Math.max(1, Math.ceil(own.length / columns));
    const minHeight = (ISLAND_HEIGHT - (rows - 1) * LEVER_GAP) / rows;
    const nextY = new Array<number>(columns).fill(ISLAND_TITLE);
    for (const [index, lever] of own.entries()) {
      const column = index % columns;
      const y = nextY[column] ?? ISLAND_TITLE;
      const at = { x: x + column * (leverWidth + LEVER_GAP), y };
      const height = Math.max(minHeight, layoutCards(cardsOn(lever.id), at, leverWidth, cards));
      leverBoxes.set(lever.id, { ...at, width: leverWidth, height });
      nextY[column] = y + height + LEVER_GAP;
    }
    const width = columns * leverWidth + (columns - 1) * LEVER_GAP;
    const height = Math.max(...nextY) - LEVER_GAP - ISLAND_TITLE;
    islands.set(group.id, {
      title: { x, y: 0, width, height: ISLAND_TITLE },
      box: { x, y: ISLAND_TITLE, width, height },
    });
    bottom = Math.max(bottom, ISLAND_TITLE + height);
    x += width + ISLAND_GAP;
  }
  const width = Math.max(WIDE, x - ISLAND_GAP);
  const waiting = cardsOn(null);
  const tray = layoutTray(waiting, { x: width + ISLAND_GAP, y: ISLAND_TITLE }, cards);
  const bounds =
    waiting.length === 0
      ? { x: 0, y: 0, width, height: bottom }
      : { x: 0, y: 0, width: tray.x + tray.width, height: Math.max(bottom, tray.y + tray.height) };
  return { islands, levers: leverBoxes, tray, cards, bounds };
}

function layoutTray(
  waiting: readonly PlacedCard[],
  at: { x: number; y: number },
  into: Map<string, Box>,
): Box {
  const columns = Math.min(TRAY_COLUMNS_MOST, Math.max(1, Math.ceil(waiting.length / TRAY_ROWS)));
  const width = cardColumnsWidth(columns);
  return { ...at, width, height: Math.max(ISLAND_HEIGHT, layoutCards(waiting, at, width, into)) };
}

/** Lays the cards of one lever and tells how high the lever must be to hold them. */
function layoutCards(
  own: readonly PlacedCard[],
  at: { x: number; y: number },
  leverWidth: number,
  into: Map<string, Box>,
): number {
  const step = { x: CARD_SIZE.width + CARD_GAP, y: CARD_SIZE.height + CARD_GAP };
  const columns = Math.max(1, Math.floor((leverWidth - 2 * LEVER_PADDING + CARD_GAP) / step.x));
  let flowing = 0;
  let lowest = LEVER_HEADER;
  for (const { id, place } of own) {
    const isByHand = place.x !== undefined && place.y !== undefined;
    const local = isByHand
      ? { x: place.x ?? 0, y: place.y ?? 0 }
      : {
          x: LEVER_PADDING + (flowing % columns) * step.x,
          y: LEVER_HEADER + Math.floor(flowing / columns) * step.y,
        };
    if (!isByHand) flowing += 1;
    into.set(id, { x: at.x + local.x, y: at.y + local.y, ...CARD_SIZE });
    // A card laid far outside its lever does not stretch it: height is for what lies in the lever.
    if (local.x > -CARD_SIZE.width && local.x < leverWidth && local.y < 20_000) {
      lowest = Math.max(lowest, local.y + CARD_SIZE.height);
    }
  }
  return lowest + LEVER_PADDING;
}
