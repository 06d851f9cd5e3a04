/** How long a person's answer may be: what Messenger draws in every era. */
export const REPLY_AT_MOST = 640;
export const NOTE_AT_MOST = 1000;
