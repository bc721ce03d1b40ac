export { decodeEssay } from "./decode-essay.ts";
export type {
  Essay,
  EssayFormat,
  Footnote,
  Lever,
  Passage,
  Quote,
  Section,
} from "./essay.ts";
export { EssayError, type EssayErrorCode } from "./essay-error.ts";
export { parseEssay } from "./parse-essay.ts";
