import { afterEach, beforeEach, expect, it } from 'vitest';
import { listAudit } from '@/lib/db/audit';
import { insertPicture } from '@/lib/db/pictures';
import { DEMO_SELLER } from '@/lib/db/seed-legal';
import { saveSeller } from '@/lib/db/sellers';
import { getSellingTerms, SHIPPING, TAX } from '@/lib/db/selling-terms';
import { getSettingVersion, getShopSettings, SHOP } from '@/lib/db/settings';
import { zoneFormSchema } from '@/lib/domain/cart/terms-form';
import { brandFormSchema, legalFormSchema } from '@/lib/domain/shop';
import { addLineItem } from './change-cart';
import { editBrand, editLegalText } from './edit-shop';
import { editTaxRates, removeZone, saveZone } from './edit-terms';
import { quoteCheckout } from './quote-checkout';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const merchantId = 'greta';
const version = (key: string) => getSettingVersion(house.deps.db, key);
const said = async () => (await listAudit(house.deps.db, { limit: 20 })).map(({ what }) => what).reverse();
const FORM = {
  name: 'Überall',
  id0: '',
  titleDe0: 'Paket',
  titleEn0: 'Parcel',
  price0: '3',
  daysFrom0: '1',
  daysTo0: '2',
};
const zone = (fields: Record<string, string>) => zoneFormSchema.parse({ zoneId: '', ...FORM, ...fields });
const zones = async () => (await getSellingTerms(house.deps.db)).zones;

it('a cart is priced by the zones as they stand', async () => {
  const shopper = await addShopper(house);
  await addProduct(house, { slug: 'linocut', stock: 5 });
  await addLineItem(house.deps, { shopperId: shopper, slug: 'linocut', options: {}, quantity: 1 });
  const ask = (country: 'DE' | 'AT') => quoteCheckout(house.deps, { shopperId: shopper, marketId: 'de', country });
  expect(await ask('DE')).toMatchObject({ value: { shipping: { chosen: { priceMinor: 490 } } } });

  const cheap = { zone: zone({ zoneId: 'de', countryDE: 'on' }), seenVersion: 0, merchantId };
  expect(await saveZone(house.deps, cheap)).toMatchObject({ ok: true });
  expect(await ask('DE')).toMatchObject({ value: { shipping: { chosen: { priceMinor: 300 } } } });
  expect(await removeZone(house.deps, { zoneId: 'at', seenVersion: 1, merchantId })).toMatchObject({ ok: true });
  expect(await ask('AT')).toMatchObject({ problem: 'not_delivered_there' });

  const tax = { DE: { standard: 160, reduced: 50 } };
  expect(await editTaxRates(house.deps, { tax, seenVersion: 0, merchantId })).toMatchObject({ ok: true });
  const taxed = await ask('DE');
  expect(taxed.ok && taxed.value.lines[0]?.taxRatePerMille).toBe(160);
  await saveSeller(house.deps.db, { ...DEMO_SELLER, smallBusiness: true });
  expect(await ask('DE')).toMatchObject({ value: { taxContainedMinor: 0 } });
  expect(await said()).toEqual(['shipping.changed', 'shipping.changed', 'tax.changed']);
});

it('of two who change the zones at once, one is told; a country is in one zone only', async () => {
  const mine = { zone: zone({ zoneId: 'de', countryDE: 'on' }), merchantId };
  const answers = await Promise.all([0, 0, 0].map((seenVersion) => saveZone(house.deps, { ...mine, seenVersion })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((one) => !one.ok && one.problem === 'changed_meanwhile')).toHaveLength(2);
  const twice = { zone: zone({ countryAT: 'on' }), seenVersion: await version(SHIPPING), merchantId };
  expect(await saveZone(house.deps, twice)).toMatchObject({ problem: 'country_twice' });
  const gone = { zone: zone({ zoneId: 'gone', countryDE: 'on' }), seenVersion: 1, merchantId };
  expect(await saveZone(house.deps, gone)).toMatchObject({ problem: 'not_found' });
  expect(await zones()).toHaveLength(5);
  expect(await editTaxRates(house.deps, { tax: {}, seenVersion: 7, merchantId })).toMatchObject({ ok: true });
  expect(await editTaxRates(house.deps, { tax: {}, seenVersion: 7, merchantId })).toMatchObject({
    problem: 'changed_meanwhile',
  });
  expect(await version(TAX)).toBe(1);
});

const BRAND = { name: 'Otter & Co', taglineDe: 'Papier', taglineEn: 'Paper', email: 'a@b.example', colour: '#0B5258' };

it('name and look change together, the legal texts stay; a logo must be an upload of ours', async () => {
  const legal = legalFormSchema.parse({ page: 'terms', de: 'Erstens.\r\nZweitens.', en: '' });
  expect(await editLegalText(house.deps, { ...legal, seenVersion: 0, merchantId })).toMatchObject({ ok: true });
  const brand = brandFormSchema.parse({ ...BRAND, logo: '' });
  expect(await editBrand(house.deps, { brand, seenVersion: 1, merchantId })).toMatchObject({ ok: true });
  expect(await getShopSettings(house.deps.db)).toMatchObject({
    name: 'Otter & Co',
    colour: '#0b5258',
    legal: { terms: { de: 'Erstens.\nZweitens.' } },
  });

  const withLogo = brandFormSchema.parse({ ...BRAND, logo: 'pictures/aaaaaaaaaaaaaaaaaaaaaa' });
  const asked = { brand: withLogo, seenVersion: await version(SHOP), merchantId };
  expect(await editBrand(house.deps, asked)).toMatchObject({ problem: 'picture_gone' });
  expect(await version(SHOP)).toBe(asked.seenVersion);
  const at = house.deps.now();
  const picture = {
    width: 360,
    height: 90,
    dominantColour: '#fff',
    uploadedBy: 'greta',
    uploadedAt: at,
    lookAgainAt: at,
  };
  await insertPicture(house.deps.db, { id: 'a'.repeat(22), ...picture });
  expect(await editBrand(house.deps, asked)).toMatchObject({ ok: true });
  expect(await editBrand(house.deps, asked)).toMatchObject({ problem: 'changed_meanwhile' });
  expect(await said()).toEqual(['legal.changed', 'brand.changed', 'brand.changed']);
  expect(JSON.stringify(await listAudit(house.deps.db, { limit: 20 }))).not.toContain('a@b.example');
});
