import enParticipant from "./en/participant.json" with { type: "json" };
import enServer from "./en/server.json" with { type: "json" };
import enStaff from "./en/staff.json" with { type: "json" };
import nlParticipant from "./nl/participant.json" with { type: "json" };
import nlServer from "./nl/server.json" with { type: "json" };
import nlStaff from "./nl/staff.json" with { type: "json" };
import type { TextKey } from "./text-key.ts";

type Catalogue = Readonly<Record<TextKey, string>>;

/** All texts by language and by who reads them. */
export const catalogueParts = {
  nl: { participant: nlParticipant, staff: nlStaff, server: nlServer },
  en: { participant: enParticipant, staff: enStaff, server: enServer },
};

const nl: Catalogue = { ...nlParticipant, ...nlStaff, ...nlServer };
const en: Catalogue = { ...enParticipant, ...enStaff, ...enServer };

/** All texts by language, for the server and for tests; a page in the browser loads the part it shows. */
export const catalogues = { nl, en };
