import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listAudit, writeAudit } from '@/lib/db/audit';
import { insertMerchant } from '@/lib/db/merchants';
import { auditLog } from '@/lib/db/schema/staff';
import { changePrices } from '@/lib/flows/edit-catalogue';
import { editSeller } from '@/lib/flows/edit-seller';
import { adjustStock } from '@/lib/flows/edit-stock';
import { refundOrder } from '@/lib/flows/refund-order';
import { addProduct, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';

const world = vi.hoisted(() => ({ deps: {} as object, provenAt: new Date() }));
vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));
vi.mock('@/lib/server/auth', () => {
  const user = { id: 'greta', name: 'Greta', email: 'greta@shop.example', role: 'owner' };
  const getSession = async () => ({ user, session: { id: 'one', createdAt: new Date(0), provenAt: world.provenAt } });
  return { CLIENT_IP_HEADER: 'x-kiosk-client-ip', getAuths: async () => [{ api: { getSession } }] };
});
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example' }),
}));

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  world.deps = house.deps;
  world.provenAt = new Date();
  const greta = { id: 'greta', name: '=Greta()', email: 'greta@shop.example', role: 'owner' } as const;
  await insertMerchant(house.deps.db, { ...greta, passwordHash: 'x', at: new Date() });
});
afterEach(() => house.drop());

async function download() {
  const { GET } = await import('./export/route');
  const answer = await GET(new Request('https://shop.example/admin/audit/export'));
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

it('row 42: is not exported eleven minutes after the password', async () => {
  house.advance(11 * 60);
  const { status, text } = await download();
  expect(status).toBe(403);
  expect(text).toContain('sign_in_again');
});

it('row 48: is exported whole, in parts, and nothing in it is a formula', async () => {
  const entry = { merchantId: 'greta', what: 'stock.booked', about: 'variant:v', at: new Date() } as const;
  for (let count = 0; count < 1_001; count += 1) await writeAudit(house.deps.db, { ...entry, after: { count } });
  const { status, type, text } = await download();
  expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(1_002);
  expect(lines[1]).toContain(`"'=Greta()"`);
  expect(new Set(lines).size).toBe(1_002);
});

it('holds prices, stock, refunds and settings with the change, and no address', async () => {
  const { deps } = house;
  const { productId, variantId } = await addProduct(house, { slug: 'linocut', stock: 5 });
  const by = { merchantId: 'greta' };
  await changePrices(deps, { productId, variantId, seenVersion: 1, EUR: 1990, USD: null, ...by });
  const edit = { editId: deps.newId(), variantId, difference: 3, reason: 'delivery' as const, ...by };
  await adjustStock(deps, edit);
  await adjustStock(deps, edit);
  expect(await adjustStock(deps, { ...edit, editId: deps.newId(), difference: -99 })).toMatchObject({ ok: false });
  const { order } = await placeOrder(house, { stock: 5, quantity: 1 });
  const wish = { everything: false, lines: [], shippingMinor: 0, extraMinor: 500 } as const;
  const asked = { orderId: order.id, seenVersion: order.version, wish: { ...wish, lines: [] }, restock: false };
  await refundOrder(deps, { ...asked, requestId: deps.newId(), reason: 'goodwill', who: 'merchant:greta' });
  const entries = (await listAudit(deps.db, { limit: 10 })).reverse();
  expect(entries.map(({ what, before, after }) => [what, before, after])).toEqual([
    ['prices.changed', { variant: variantId, EUR: 2490, USD: 2690 }, { variant: variantId, EUR: 1990, USD: null }],
    ['stock.booked', null, { difference: 3, reason: 'delivery' }],
    ['order.refunded', { refundedMinor: 0 }, { amountMinor: 500, currency: 'EUR', reason: 'goodwill', restock: false }],
  ]);
});

it('says which lines of the seller changed, not what they say', async () => {
  const place = { street: 'Geheimgasse 7', postalCode: '10115', city: 'Berlin', country: 'DE' } as const;
  const seller = { name: 'Otter & Ottilie', ...place, vatId: '', taxNumber: '12/345/67890', smallBusiness: false };
  const edit = (seenVersion: number, name: string) =>
    editSeller(house.deps, { seller: { ...seller, name }, seenVersion, merchantId: 'greta' });
  expect(await edit(0, 'Otter')).toMatchObject({ ok: true });
  expect(await edit(1, 'Otter & Ottilie')).toMatchObject({ ok: true });
  expect(await edit(1, 'Zu spät')).toMatchObject({ problem: 'changed_meanwhile' });
  const log = await house.deps.db.select().from(auditLog);
  expect(log.map(({ after }) => after)).toMatchObject([{}, { changed: ['name'] }]);
  expect(JSON.stringify(log)).not.toContain('Geheimgasse');
});
