export { type ExportedFile, exportCards } from "./export-cards.ts";
export type { ExportInput } from "./export-input.ts";
export type { CardExport, CardsExport } from "./formats/json.ts";
export { countPublication } from "./published-cards.ts";
