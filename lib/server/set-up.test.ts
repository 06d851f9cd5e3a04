import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEMO_SELLER } from '@/lib/db/seed-legal';
import { saveSeller } from '@/lib/db/sellers';
import { saveShopSettings } from '@/lib/db/settings';
import type { Language } from '@/lib/domain/market';
import { type SetUpLine, setUpProgress } from '@/lib/domain/set-up';
import { addProduct, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';
import { broken, type Finding, fine, note } from './doctor/finding';

const world = vi.hoisted(() => ({ deps: {} as object, findings: [] as unknown[], looks: 0, fails: false }));
vi.mock('server-only', () => ({}));
vi.mock('./wiring', () => ({ getDeps: async () => world.deps, getPool: async () => ({}), getEnv: () => ({}) }));
vi.mock('./log', () => ({ logProblem: () => undefined }));
vi.mock('./doctor/examine', () => ({
  examine: async () => {
    world.looks += 1;
    if (world.fails) throw new Error('no way out');
    return world.findings;
  },
}));

const HEALTHY: Finding[] = [
  fine('page', (words) => words.page),
  fine('allow_list', (words) => words.listed),
  fine('webhook', (words) => words.fields),
  fine('domain', (words) => words.address('https://shop.example')),
  fine('payments', (words) => words.stripe(false)),
  note('paypal', (words) => words.noPaypal),
  fine('mail', (words) => words.mail),
  fine('legal', (words) => words.privacy('https://shop.example/shop/legal/privacy')),
];
let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  Object.assign(world, { deps: house.deps, findings: HEALTHY, looks: 0, fails: false });
});
afterEach(() => house.drop());

async function look(language: Language = 'de', fresh = true): Promise<SetUpLine[]> {
  const { readSetUp } = await import('./set-up');
  return readSetUp(language, { fresh });
}
const notDone = (lines: SetUpLine[]) => lines.filter(({ state }) => state !== 'done').map(({ step }) => step);

it('leads from an empty database to the first sale, one step after the other', async () => {
  const { db } = house.deps;
  const empty = await look();
  expect(notDone(empty)).toEqual(['shop', 'seller', 'legal', 'product', 'paypal', 'purchase']);
  expect(setUpProgress(empty)).toEqual({ done: 7, of: 12 });
  expect(empty.find(({ step }) => step === 'legal')?.faults[0]?.what).toContain(
    'Impressum, AGB, Datenschutz, Widerruf',
  );
  const text = { de: 'Text', en: '' };
  const legal = { impressum: text, terms: text, privacy: text, withdrawal: text, shipping: text };
  await saveShopSettings(db, { name: 'Otter', tagline: text, email: 'a@b.example', legal });
  await saveSeller(db, DEMO_SELLER);
  await addProduct(house, { slug: 'linocut', stock: 1 });
  expect(notDone(await look())).toEqual(['paypal', 'purchase']);
  await placeOrder(house, { stock: 2, quantity: 1 });
  const whole = await look();
  expect(notDone(whole)).toEqual(['paypal']);
  expect(setUpProgress(whole)).toEqual({ done: 12, of: 12 });
});

it('says what is wrong and how to mend it, in the merchant’s language', async () => {
  world.findings = [broken('page', (words) => words.token(190)), note('mail', (words) => words.noMail)];
  const step = (lines: SetUpLine[], name: string) => lines.find((line) => line.step === name);
  const lines = await look();
  expect(step(lines, 'page')).toMatchObject({
    state: 'wrong',
    faults: [{ what: expect.stringContaining('(Code 190)') }],
  });
  expect(step(lines, 'mail')).toMatchObject({
    state: 'open',
    faults: [{ remedy: expect.stringContaining('SMTP_URL') }],
  });
  expect(step(lines, 'webhook')).toMatchObject({ state: 'unknown' });
  const english = step(await look('en'), 'page')?.faults[0];
  expect(english?.remedy).toContain('Make a new token');
});

it('does not ask the world anew for every look at the first page', async () => {
  await look('de', true);
  await look('de', false);
  await look('en', false);
  expect(world.looks).toBe(1);
  await look('de', true);
  expect(world.looks).toBe(2);
});

it('shows the list all the same where nobody could look, and looks again the next time', async () => {
  world.fails = true;
  expect((await look()).find(({ step }) => step === 'payments')).toMatchObject({ state: 'unknown' });
  world.fails = false;
  expect((await look('de', false)).find(({ step }) => step === 'payments')).toMatchObject({ state: 'done' });
});
