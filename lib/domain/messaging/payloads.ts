/** What the shop's own buttons, menu and quick replies send back. Old bubbles keep theirs for years: only add. */
export const PAYLOADS = {
  getStarted: 'GET_STARTED',
  products: 'PRODUCTS',
  collections: 'COLLECTIONS',
  orders: 'ORDERS',
  help: 'HELP',
} as const;

export function productPayload(slug: string): string {
  return `PRODUCT:${slug}`;
}

export function collectionPayload(slug: string): string {
  return `COLLECTION:${slug}`;
}
