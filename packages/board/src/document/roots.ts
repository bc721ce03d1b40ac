import type * as Y from "yjs";

import type { CardFacts } from "../model/card-schema.ts";
import type { Lever } from "../model/lever-schema.ts";
import type { Person } from "../model/meta.ts";
import type { Place } from "../model/place-schema.ts";

/** Name of the root that holds the texts; the gate lets edits of people land below it only. */
const TEXTS_ROOT = "texts";

export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("meta");
export const leversOf = (doc: Y.Doc): Y.Map<Lever> => doc.getMap("levers");
export const cardsOf = (doc: Y.Doc): Y.Map<CardFacts> => doc.getMap("cards");
export const textsOf = (doc: Y.Doc): Y.Map<Y.Text> => doc.getMap(TEXTS_ROOT);
export const placesOf = (doc: Y.Doc): Y.Map<Place> => doc.getMap("places");
export const peopleOf = (doc: Y.Doc): Y.Map<Person> => doc.getMap("people");
