/** What can go wrong with broadcasts, in words for the merchant: the part of `problems.ts` about reaching people. */
export const OUTREACH_PROBLEMS = {
  broadcast_begun: {
    status: 409,
    de: 'Diese Rundnachricht hat schon begonnen und lässt sich nicht mehr ändern.',
    en: 'This broadcast has begun and can no longer be changed.',
  },
  no_test_thread: {
    status: 409,
    de: 'Verbinde zuerst deinen Chat: Öffne den Link oben auf deinem Handy.',
    en: 'Connect your chat first: open the link above on your phone.',
  },
} as const;
