import type { Page } from '@playwright/test';
import { Buyer } from './buyer';
import { expect, test } from './fixtures';
import { ShopDatabase } from './shop-database';
import type { World } from './world';

type Row = { account: string; sum: number };

const ledgerOf = (database: ShopDatabase, orderId: string) =>
  database.rows<Row>(
    `select account, sum(amount)::int as sum from ledger where order_id = $1 and unit <> 'piece'
     group by account order by account`,
    [orderId],
  );

async function bankOpens(world: World, database: ShopDatabase, orderId: string): Promise<string> {
  const [order] = await database.rows<{ chargeId: string }>(
    'select charge_id as "chargeId" from orders where id = $1',
    [orderId],
  );
  const charge = order?.chargeId ?? '';
  await world.control('/control/payments', { dispute: { charge, reason: 'product_not_received' } }, world.stripeOrigin);
  return charge;
}

async function answerFromToday(page: Page, world: World): Promise<void> {
  await expect(async () => {
    await page.goto(`${world.shopOrigin}/admin`);
    await expect(page.getByRole('link', { name: 'Eine Zahlung wird reklamiert' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: 'Eine Zahlung wird reklamiert' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reklamation: Ware nicht angekommen');
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('ada@example.com');
  await expect(page.getByLabel('Lieferadresse')).toHaveValue(/Hauptstr\. 1/);
  await expect(page.getByLabel('Deine Darstellung')).toHaveValue(/Order K-\d+ at .*, placed/);
  await page.getByLabel('Sendungsnummer').fill('00340434161094042557');
  await page.getByLabel(/Einreichen geht nur einmal/).check();
  await page.getByRole('button', { name: 'Bei der Bank einreichen' }).click();
  await expect(page.getByText('bei der Bank', { exact: true })).toBeVisible();
  await expect(page.getByText('00340434161094042557')).toBeVisible();
}

async function decided(page: Page, world: World, charge: string, end: 'won' | 'lost', name: string): Promise<void> {
  await world.control('/control/payments', { dispute: { charge, close: end } }, world.stripeOrigin);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(name, { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
}

for (const { end, name, sums } of [
  { end: 'won', name: 'gewonnen', sums: (paid: number) => ({ charge: paid, dispute: 0, fee: 0, order: -paid }) },
  {
    end: 'lost',
    name: 'verloren',
    sums: (paid: number) => ({ charge: -1500, dispute: paid, fee: 1500, order: -paid }),
  },
] as const) {
  test(`a bank takes the money back; the merchant answers with what the shop knows, and it is ${end}`, async ({
    world,
    merchant,
  }) => {
    const { page } = merchant;
    const database = await ShopDatabase.of(world.shop.dataDir);
    const { orderId, order } = await new Buyer(world.shopOrigin, world.stripeOrigin).buy(await database.addGoods());
    const paid = order.agreedTotal.amountMinor;
    const charge = await bankOpens(world, database, orderId);
    await answerFromToday(page, world);
    await decided(page, world, charge, end, name);

    await page.getByRole('link', { name: 'Zur Bestellung' }).click();
    await expect(page.getByRole('heading', { name: 'Reklamationen bei der Bank' })).toBeVisible();
    await expect(page.getByText(name, { exact: true })).toBeVisible();
    await page.goto(`${world.shopOrigin}/admin/disputes`);
    await expect(page.getByRole('row', { name: new RegExp(`Ware nicht angekommen.*${name}`) }).first()).toBeVisible();
    const booked = Object.fromEntries((await ledgerOf(database, orderId)).map(({ account, sum }) => [account, sum]));
    expect(booked).toEqual(sums(paid));
    await page.goto(`${world.shopOrigin}/admin`);
    await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Eine Zahlung wird reklamiert' })).toHaveCount(0);
    await database.close();
  });
}
