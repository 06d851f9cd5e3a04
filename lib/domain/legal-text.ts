/** The longest legal text, in characters: about fifteen pages. A form needs the figure without what checks it. */
export const LEGAL_TEXT_AT_MOST = 50_000;
