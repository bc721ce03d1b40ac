import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type PublicationFacts, publicationOf } from "./publication.ts";

const Els = "Els";
const Jan = "Jan";

describe("publicationOf", () => {
  it.each<[string, PublicationFacts, ReturnType<typeof publicationOf>]>([
    ["no answer", {}, undefined],
    ["no answer, speaker agrees", { speaker: Jan, speakerAgrees: true }, undefined],
    ["none", { consent: "none", authorName: Els }, undefined],
    ["none, by the scribe", { consent: "none", via: "scribe" }, undefined],
    ["anonymous", { consent: "anonymous", authorName: Els }, {}],
    ["named", { consent: "named", authorName: Els }, { author: Els }],
    ["named, without a name", { consent: "named" }, {}],
    ["named, with an empty name", { consent: "named", authorName: "" }, {}],
    [
      "named, speaker unasked",
      { consent: "named", authorName: Els, speaker: Jan },
      { author: Els },
    ],
    [
      "named, speaker refuses",
      { consent: "named", authorName: Els, speaker: Jan, speakerAgrees: false },
      { author: Els },
    ],
    [
      "named, speaker agrees",
      { consent: "named", authorName: Els, speaker: Jan, speakerAgrees: true },
      { author: Els, speaker: Jan },
    ],
    [
      "anonymous, speaker agrees",
      { consent: "anonymous", authorName: Els, speaker: Jan, speakerAgrees: true },
      { speaker: Jan },
    ],
    ["essay", { via: "essay" }, {}],
    ["essay with a speaker", { via: "essay", speaker: Jan }, { speaker: Jan }],
    ["essay, whatever else is known", { via: "essay", consent: "none", authorName: Els }, {}],
  ])("%s", (_, facts, publication) => {
    expect(publicationOf(facts)).toEqual(publication);
  });

  it("lets nothing leave without an answer that allows it", () => {
    const facts = fc.record(
      {
        via: fc.constantFrom(undefined, "scribe" as const),
        consent: fc.constantFrom(undefined, "none" as const),
        authorName: fc.string(),
        speaker: fc.string(),
        speakerAgrees: fc.boolean(),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(facts, (card) => {
        expect(publicationOf(card)).toBeUndefined();
      }),
    );
  });
});
