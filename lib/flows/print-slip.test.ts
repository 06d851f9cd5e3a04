import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Order } from '@/lib/db/orders';
import { variants } from '@/lib/db/schema/catalogue';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { cancelOrder } from './cancel-order';
import { changeOrderAddress } from './change-order-address';
import { fulfilOrder } from './fulfil-order';
import { printPackingSlip } from './print-slip';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { writeOpenLabels } from './write-labels';

let house: TestHouse;
let order: Order;
let variantId: string;
beforeEach(async () => {
  house = await createTestHouse();
  ({ order, variantId } = await placeOrder(house, { stock: 5, quantity: 3 }));
});
afterEach(() => house.drop());

async function slip(shipmentId: string | null = null, orderId = order.id) {
  const printed = await printPackingSlip(house.deps, { orderId, shipmentId });
  return printed.ok ? new TextDecoder().decode(printed.value.bytes) : printed.problem;
}
const send = (quantity: number) =>
  fulfilOrder(house.deps, {
    orderId: order.id,
    requestId: 'send-form-00000001',
    seenVersion: order.version,
    lines: [{ variantId, quantity }],
    carrier: 'DHL',
    tracking: '',
    who: 'm',
  });

it('a slip says what goes into the parcel, and no price', async () => {
  expect(await slip()).toContain('"quantity":3');
  await send(1);
  const [parcel] = await listShipmentsOfOrder(house.deps.db, order.id);
  expect(await slip(parcel?.id ?? '')).toContain('"quantity":1');
  expect(await slip()).toContain('"quantity":2');
  expect(await slip()).not.toMatch(/minor|price/i);
  const other = (await placeOrder(house, { stock: 5, quantity: 1 })).order;
  expect(await slip(parcel?.id ?? '', other.id)).toBe('not_found');
  expect(await slip(null, 'absent')).toBe('not_found');
});

it('labels hold what is still to be sent, with its weight, and nothing that a spreadsheet would run', async () => {
  await house.deps.db.update(variants).set({ weightGrams: 120 }).where(eq(variants.id, variantId));
  const off = (await placeOrder(house, { stock: 5, quantity: 1 })).order;
  await cancelOrder(house.deps, { orderId: off.id, shopperId: null, who: 'm' });
  const { country: _country, ...address } = EXAMPLE_DETAILS.address;
  const change = { orderId: order.id, requestId: 'address-form-0001', seenVersion: order.version, who: 'm' };
  await changeOrderAddress(house.deps, { ...change, address: { ...address, name: '=HYPERLINK("http://x")' } });
  const [heads, row, end] = (await writeOpenLabels(house.deps)).split('\r\n');
  expect(heads).toContain('reference;name;street1');
  expect(row).toContain(`K-${order.number};"'=HYPERLINK(""http://x"")"`);
  expect(row?.endsWith(';360')).toBe(true);
  expect(end).toBe('');
});
