/** Longest title of a workshop, as the API takes it. */
export const TITLE_MAX_LENGTH = 120;
