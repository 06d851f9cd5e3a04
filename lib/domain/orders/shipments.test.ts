import { describe, expect, it } from 'vitest';
import { trackingUrl } from './carriers';
import type { RefundReason, RefundStatus } from './refund';
import { leftToSend, planShipment, without } from './shipments';

const BOUGHT = [
  { variantId: 'moon', quantity: 3 },
  { variantId: 'sun', quantity: 1 },
];
const moons = (quantity: number) => [{ variantId: 'moon', quantity }];
const sent = (day: number, quantity: number) => ({ lines: moons(quantity), sentAt: new Date(day) });
const back = (day: number, quantity: number, reason: RefundReason, status: RefundStatus = 'succeeded') => ({
  lines: moons(quantity),
  reason,
  status,
  createdAt: new Date(day),
});

describe('what is left to send', () => {
  it.each([
    ['nothing happened', [], [], 3],
    ['one left', [sent(1, 1)], [], 2],
    ['two parcels', [sent(1, 1), sent(2, 2)], [], 0],
    ['one given up before anything left', [], [back(1, 1, 'goodwill')], 2],
    ['one said to be damaged before anything left', [], [back(1, 1, 'damaged')], 2],
    ['the one that was sent came back: the others are still owed', [sent(1, 1)], [back(2, 1, 'returned')], 2],
    ['one sent, one given up', [sent(1, 1)], [back(2, 1, 'goodwill')], 1],
    ['all sent, one for free', [sent(1, 3)], [back(2, 1, 'goodwill')], 0],
    ['a refund that never moved', [], [back(1, 2, 'goodwill', 'refused')], 3],
    ['damaged here, then the others left', [sent(2, 2)], [back(1, 1, 'damaged')], 0],
  ] as const)('%s', (_name, shipments, refunds, left) => {
    const moon = leftToSend(BOUGHT, shipments, refunds).find(({ variantId }) => variantId === 'moon');
    expect(moon?.quantity ?? 0).toBe(left);
  });
});

describe('what leaves now', () => {
  it('is everything, or what is named of it', () => {
    expect(planShipment(BOUGHT, null)).toMatchObject({ ok: true, value: BOUGHT });
    expect(planShipment(BOUGHT, [...moons(2), { variantId: 'sun', quantity: 0 }])).toMatchObject({ value: moons(2) });
    expect(without(BOUGHT, moons(3))).toEqual([{ variantId: 'sun', quantity: 1 }]);
  });

  it.each([
    ['more than is left', moons(4), 'pieces_not_left'],
    ['more than is left, in two halves', [...moons(2), ...moons(2)], 'pieces_not_left'],
    ["another order's line", [{ variantId: 'star', quantity: 1 }], 'pieces_not_left'],
    ['nothing', moons(0), 'nothing_to_send'],
  ])('is not %s', (_name, wish, problem) => {
    expect(planShipment(BOUGHT, wish)).toMatchObject({ ok: false, problem });
  });
});

describe('the way of a parcel', () => {
  it('is shown where the carrier is known and there is a number', () => {
    expect(trackingUrl(' dhl ', '0034 0434&x=1')).toBe(
      'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=00340434%26x%3D1',
    );
    expect(trackingUrl('DHL', '')).toBeNull();
    expect(trackingUrl('Postbote', '0034')).toBeNull();
  });
});
