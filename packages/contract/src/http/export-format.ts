/** Formats of `GET export`; apart from the schema, so that the web imports the list and no schema. */
export const exportFormats = ["csv", "json", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];
