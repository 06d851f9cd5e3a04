import { findCardNumbers } from './card-search';
import { expect, test } from './fixtures';
import { ShopDatabase } from './shop-database';
import { demoAccounts } from './simulator/accounts';
import {
  ADA_IN_BERLIN,
  addToCart,
  buyFromThread,
  CARDS,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
  receiptIn,
} from './steps';

type Entry = {
  direction: string;
  method: string;
  url: string;
  requestBody: string;
  responseBody: string;
  requestHeaders: object;
};

test('no card number is anywhere but in the provider’s own frame: not in the database, a log, a request of ours', async ({
  shopper: { page },
  world,
  house,
}) => {
  const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
  await orderButton(shop).click();
  await expect(page.getByRole('region', { name: 'Web page' })).toBeHidden();
  await expect(receiptIn(page)).toBeVisible();

  const database = await ShopDatabase.of(house.dataDir);
  const known = new Set([demoAccounts.page.id, demoAccounts.app.id]);
  for (const { psid } of await database.rows<{ psid: string }>('select psid from shoppers where psid is not null'))
    known.add(psid);

  const dump: string[] = [];
  const tables = await database.rows<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables)
    for (const { row } of await database.rows<{ row: string }>(`select t::text as row from ${name} t`))
      dump.push(`${name} ${row}`);
  await database.close();
  const { entries } = await world.control<{ entries: Entry[] }>('/control/wire?since=0');
  // What she types there goes from the frame to the provider, past the shop.
  const ours = entries.filter(({ direction }) => direction !== 'browser → stripe');
  const wire = ours.map((entry) => JSON.stringify(entry));
  expect(dump.length).toBeGreaterThan(100);
  expect(ours.filter(({ direction }) => direction === 'shop → stripe').length).toBeGreaterThan(3);

  const search = (place: string, texts: string[]) => texts.flatMap((text) => findCardNumbers(place, text, known));
  expect(search('database', dump)).toEqual([]);
  expect(search('log', [house.said()])).toEqual([]);
  expect(search('wire', wire)).toEqual([]);

  // And it would find one: in the frame's own requests it does, and in any form that a leak might take.
  const frames = entries
    .filter(({ direction }) => direction === 'browser → stripe')
    .map((entry) => JSON.stringify(entry));
  expect(search('frame', frames).length).toBeGreaterThan(0);
  for (const leak of [
    `{"card":"${CARDS.visa}"}`,
    'n=4242%204242%204242%204242',
    'card 3782-822463-10005.',
    '4242+4242+4242+4242',
  ])
    expect(search('leak', [leak]), leak).toHaveLength(1);
});
