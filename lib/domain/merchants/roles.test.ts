import { describe, expect, it } from 'vitest';
import { isPermission, may, needsPassword, type Permission, ROLES } from './roles';

// Said a second time, by hand: o owner, m manager, c catalogue, r orders, s support, l read-only.
const LETTERS = { owner: 'o', manager: 'm', catalogue: 'c', orders: 'r', support: 's', read_only: 'l' } as const;
const EXPECTED = {
  'desk.see': 'omcrsl',
  'desk.own': 'omcrsl',
  'passkeys.edit': 'omcrsl',
  'orders.see': 'omrsl',
  'orders.handle': 'omr',
  'orders.refund': 'omr',
  'orders.export': 'omr',
  'disputes.answer': 'omr',
  'people.see': 'omsl',
  'people.answer': 'oms',
  'people.set_up': 'oms',
  'catalogue.see': 'omcrsl',
  'catalogue.edit': 'omc',
  'catalogue.import': 'omc',
  'catalogue.export': 'omc',
  'stock.edit': 'omcr',
  'discounts.see': 'omcrsl',
  'discounts.edit': 'om',
  'reach.see': 'omsl',
  'reach.edit': 'om',
  'figures.see': 'oml',
  'settings.see': 'oml',
  'settings.edit': 'om',
  'payments.edit': 'o',
  'staff.see': 'om',
  'staff.edit': 'o',
  'backup.take': 'o',
  'audit.see': 'om',
  'audit.export': 'om',
} satisfies Record<Permission, string>;

describe.each(ROLES)('the role %s', (role) => {
  it.each(Object.entries(EXPECTED))(`%s (${role})`, (permission, who) => {
    if (!isPermission(permission)) throw new Error(`${permission} is in no table`);
    expect(may(role, permission)).toBe(who.includes(LETTERS[role]));
  });
});

it('knows no permission by a name that every object has', () => {
  expect(isPermission('constructor')).toBe(false);
  expect(isPermission('orders.destroy')).toBe(false);
});

describe('the password again', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  it.each([
    'passkeys.edit',
    'orders.refund',
    'orders.export',
    'catalogue.export',
    'staff.edit',
    'backup.take',
    'audit.export',
  ] as const)('is asked for %s after ten minutes', (permission) => {
    expect(needsPassword(permission, ago(10), now)).toBe(false);
    expect(needsPassword(permission, ago(11), now)).toBe(true);
  });
  it('is asked for nothing else', () => {
    expect(needsPassword('orders.handle', ago(600), now)).toBe(false);
    expect(needsPassword('catalogue.edit', ago(600), now)).toBe(false);
  });
});
