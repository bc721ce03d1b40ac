/** Where a copy keeps the organiser's key; in the data folder it is a file of its own. */
export const ORGANISER_KEY_SETTING = "organiser-key";
