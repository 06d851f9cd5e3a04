/** What the shop's own buttons, menu and quick replies send back. Old bubbles keep theirs for years: only add. */
export const PAYLOADS = {
  getStarted: 'GET_STARTED',
  products: 'PRODUCTS',
  collections: 'COLLECTIONS',
  orders: 'ORDERS',
  help: 'HELP',
  person: 'PERSON',
  stop: 'STOP',
  resume: 'RESUME',
  news: 'NEWS',
  newsYes: 'NEWS_YES',
} as const;

export function productPayload(slug: string): string {
  return `PRODUCT:${slug}`;
}

export function collectionPayload(slug: string): string {
  return `COLLECTION:${slug}`;
}

/** "Tell me when it is back", "when it gets cheaper". */
export function tellMePayload(ask: 'restock' | 'price', slug: string): string {
  return `TELL_ME:${ask}:${slug}`;
}

/** The next cards of a shelf, after the first `from`; `collection` null for all products. */
export function morePayload(collection: string | null, from: number): string {
  return `MORE:${collection ?? ''}:${from}`;
}
