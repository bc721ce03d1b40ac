import type * as Y from "yjs";

import type { CardFacts } from "../model/card-schema.ts";
import type { Cluster } from "../model/cluster-schema.ts";
import type { Lever } from "../model/lever-schema.ts";
import type { Person, ResultsHead } from "../model/meta.ts";
import type { Place } from "../model/place-schema.ts";

/** Name of the root that holds the texts; the gate lets edits of people land below it only. */
const TEXTS_ROOT = "texts";

export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("meta");
export const leversOf = (doc: Y.Doc): Y.Map<Lever> => doc.getMap("levers");
export const cardsOf = (doc: Y.Doc): Y.Map<CardFacts> => doc.getMap("cards");
export const textsOf = (doc: Y.Doc): Y.Map<Y.Text> => doc.getMap(TEXTS_ROOT);
export const placesOf = (doc: Y.Doc): Y.Map<Place> => doc.getMap("places");
export const clustersOf = (doc: Y.Doc): Y.Map<Cluster> => doc.getMap("clusters");
export const peopleOf = (doc: Y.Doc): Y.Map<Person> => doc.getMap("people");
/** Of each ballot a head under its id, and under `dotsKey` the dots of what got some. */
export const resultsOf = (doc: Y.Doc): Y.Map<ResultsHead | number> => doc.getMap("results");
/** One key each, so that a vote that is open to all writes one number and not the whole outcome. */
export const dotsKey = (ballotId: string, target: string): string => `${ballotId}/${target}`;
