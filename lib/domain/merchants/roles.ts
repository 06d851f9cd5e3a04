/** What somebody of the shop is there for; who has everything is the owner. */
export const ROLES = ['owner', 'manager', 'catalogue', 'orders', 'support', 'read_only'] as const;
export type Role = (typeof ROLES)[number];

const SELLING = ['owner', 'manager', 'orders'] as const;
const LEADING = ['owner', 'manager'] as const;
const TALKING = ['owner', 'manager', 'support'] as const;
const GOODS = ['owner', 'manager', 'catalogue'] as const;

/**
 * Who may do what at the desk: the one table. Every page, action and route of the desk asks for one of these by its name;
 * what ends in ".see" changes nothing.
 */
const TABLE = {
  'desk.see': ROLES,
  /** What belongs to whoever asks: her sessions, her second factor. */
  'desk.own': ROLES,
  /** By which passkeys she herself comes in. */
  'passkeys.edit': ROLES,
  'orders.see': ['owner', 'manager', 'orders', 'support', 'read_only'],
  'orders.handle': SELLING,
  'orders.refund': SELLING,
  'orders.export': SELLING,
  'disputes.answer': SELLING,
  'people.see': ['owner', 'manager', 'support', 'read_only'],
  'people.answer': TALKING,
  'people.set_up': TALKING,
  'catalogue.see': ROLES,
  'catalogue.edit': GOODS,
  'catalogue.import': GOODS,
  'catalogue.export': GOODS,
  'stock.edit': ['owner', 'manager', 'catalogue', 'orders'],
  'discounts.see': ROLES,
  'discounts.edit': LEADING,
  'reach.see': ['owner', 'manager', 'support', 'read_only'],
  'reach.edit': LEADING,
  'figures.see': ['owner', 'manager', 'read_only'],
  'settings.see': ['owner', 'manager', 'read_only'],
  'settings.edit': LEADING,
  'payments.edit': ['owner'],
  'staff.see': LEADING,
  'staff.edit': ['owner'],
  'backup.take': ['owner'],
  'audit.see': LEADING,
  'audit.export': LEADING,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof TABLE;

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(TABLE, name);
}

/** Whether the table lets a role do something. */
export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = TABLE[permission];
  return allowed.includes(role);
}

/** What wants the password again when it was typed more than ten minutes ago: money out, data out, people, ways in. */
const FRESH: ReadonlySet<Permission> = new Set([
  'passkeys.edit',
  'orders.refund',
  'orders.export',
  'catalogue.export',
  'staff.edit',
  'backup.take',
  'audit.export',
]);
const FRESH_MS = 10 * 60 * 1000;

/** Whether a permission needs the password once more, at `now`, from somebody who typed it at `provenAt`. */
export function needsPassword(permission: Permission, provenAt: Date, now: Date): boolean {
  return FRESH.has(permission) && now.getTime() - provenAt.getTime() > FRESH_MS;
}
