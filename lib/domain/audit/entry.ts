/** What people of the shop did that somebody may want to know of later; each has words in components/admin/audit-words.ts. */
export const AUDIT_ACTIONS = [
  'product.made',
  'product.saved',
  'product.copied',
  'products.changed',
  'prices.changed',
  'import.taken',
  'import.undone',
  'stock.booked',
  'discount.saved',
  'discount.status_set',
  'seller.changed',
  'brand.changed',
  'legal.changed',
  'shipping.changed',
  'tax.changed',
  'synonyms.changed',
  'notifications.changed',
  'collection.saved',
  'home.changed',
  'home.published',
  'home.restored',
  'payments.changed',
  'order.refunded',
  'order.cancelled',
  'order.drafted',
  'order.fulfilled',
  'order.delivered',
  'order.address_changed',
  'messenger.set_up',
  'staff.invited',
  'staff.invitation_withdrawn',
  'staff.joined',
  'staff.role_changed',
  'staff.removed',
  'backup.taken',
  'security.second_factor_on',
  'security.second_factor_off',
  'security.passkey_added',
  'security.passkey_removed',
  'security.password_changed',
  'security.password_reset',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Plain facts about a thing: never a secret, never where somebody lives or can be reached. */
export type AuditFacts = Readonly<Record<string, unknown>>;

export type AuditEntry = {
  id: number;
  at: Date;
  merchantId: string;
  what: string;
  /** Kind and id of the thing: "product:prd_otter-night". */
  about: string;
  before: AuditFacts | null;
  after: AuditFacts | null;
};

const LONGEST = 300;

/** Only what differs between two states of a thing, long texts cut at 300 characters; null for both where nothing does. */
export function differences(
  before: AuditFacts,
  after: AuditFacts,
): { before: AuditFacts | null; after: AuditFacts | null } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (changed.length === 0) return { before: null, after: null };
  const pick = (state: AuditFacts) =>
    Object.fromEntries(changed.flatMap((name) => (state[name] === undefined ? [] : [[name, shortened(state[name])]])));
  return { before: pick(before), after: pick(after) };
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return value.map(shortened);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner)]));
}
