import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { mailsTo } from './mails';
import type { Merchant } from './merchant';
import {
  ADA_IN_BERLIN,
  addToCart,
  buyFromThread,
  CARDS,
  conversation,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
} from './steps';
import type { World } from './world';

/** She buys the first thing she is shown; answers "K-1001". */
async function buy(page: Page, world: World, psid: string): Promise<{ number: string; email: string }> {
  const email = `ada-${psid}@example.com`;
  const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, { ...ADA_IN_BERLIN, 'E-Mail': email });
  await fillCard(shop, CARDS.visa);
  await orderButton(shop).click();
  const [receipt] = await world.receipts(psid, 1);
  return { number: receipt?.orderNumber ?? '', email };
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
}

async function sendParcel(merchant: Merchant, number: string): Promise<void> {
  await merchant.openOrder(number);
  await merchant.page.getByRole('button', { name: 'Als verschickt markieren' }).click();
  await expect(merchant.page.getByText('verschickt', { exact: true }).first()).toBeVisible();
}

test('she asks for her order by its number; a foreign number says nothing', async ({
  shopper: { page, psid },
  world,
}) => {
  const { number } = await buy(page, world, psid);
  await say(page, `Wo ist ${number}?`);
  await expect(conversation(page)).toContainText(`Deine Bestellung ${number}`);

  const ben = await world.newPerson({ name: 'Ben', locale: 'de_DE' });
  await page.goto(`${world.messengerOrigin}/?psid=${ben}`);
  await say(page, number);
  await expect(conversation(page)).toContainText(`Unter ${number} finde ich bei dir keine Bestellung`);
  await say(page, 'K-987654');
  await expect(conversation(page)).toContainText('Unter K-987654 finde ich bei dir keine Bestellung');
});

test('she withdraws from an order in the thread: asked back, confirmed twice over, on the list of the shop', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const { number, email } = await buy(page, world, psid);
  await sendParcel(merchant, number);
  await expect(conversation(page)).toContainText(`Bestellung ${number} ist unterwegs zu dir!`);

  await say(page, `Ich möchte ${number} zurückschicken`);
  await expect(conversation(page)).toContainText(`Möchtest du deine Bestellung ${number} widerrufen`);
  await page.getByRole('button', { name: 'Ja, widerrufen' }).click();
  await expect(conversation(page)).toContainText(`Dein Widerruf zu Bestellung ${number} ist am`);

  await expect
    .poll(async () => (await mailsTo(world, email)).map(({ subject }) => subject))
    .toContainEqual(expect.stringContaining(`Neues zu deiner Bestellung ${number}`));
  const letter = (await mailsTo(world, email)).find(({ subject }) => subject.startsWith('Neues'));
  expect(letter?.text).toContain(`Dein Widerruf zu Bestellung ${number} ist am`);
  await merchant.page.goto(`${world.shopOrigin}/admin`);
  await merchant.page.getByRole('link', { name: 'Jemand widerruft eine Bestellung' }).last().click();
  await expect(merchant.page.getByRole('heading', { level: 1 })).toContainText(number);
});

test('twice not understood, a person is called, and the bot answers what it understands', async ({
  shopper: { page },
  world,
  merchant,
}) => {
  await page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
  await say(page, 'qwertz asdf');
  await expect(conversation(page)).toContainText('Zu „qwertz asdf“ habe ich nichts gefunden');
  await say(page, 'yxcvb hjkl');
  await expect(conversation(page)).toContainText('Jemand aus dem Team meldet sich hier bei dir');
  await merchant.page.goto(`${world.shopOrigin}/admin`);
  await expect(merchant.panel('Braucht deine Entscheidung')).toContainText('Jemand im Chat wünscht einen Menschen');

  await say(page, 'vbnm uiop');
  // It is left to that person; what the bot understands it answers, and nothing came between.
  await say(page, 'Stopp');
  await expect(conversation(page)).toContainText('keine Werbung und keine Erinnerungen mehr');
  await expect(conversation(page)).not.toContainText('„vbnm uiop“');
});

test('a day later the thread is shut: by template where Meta approved it, else by mail, and the desk says which', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  await world.control('/control/templates', { name: 'kiosk_order_sent', status: 'REJECTED' });
  const { number, email } = await buy(page, world, psid);
  const { snapshot } = await world.control<{ snapshot: string }>('/control/snapshot', {});
  try {
    await world.control('/control/clock', { advanceSeconds: 25 * 3600 });
    await sendParcel(merchant, number);
    await expect
      .poll(async () => (await mailsTo(world, email)).map(({ text }) => text).join())
      .toContain(`Bestellung ${number} ist unterwegs zu dir!`);
    await merchant.reads('Verlauf', 'Nachricht zur Bestellung: geht per E-Mail', 'Das 24-Stunden-Fenster ist zu.');

    await merchant.page.getByLabel('Zusätzlicher Betrag (EUR)').fill('5,00');
    await merchant.pressAndProve('Geld erstatten');
    await expect(conversation(page)).toContainText(`Zu deiner Bestellung ${number} gehen`);
    await merchant.reads('Verlauf', 'zugestellt als Vorlage im Chat');
  } finally {
    await world.control('/control/restore', { snapshot });
    await world.control('/control/templates', { name: 'kiosk_order_sent', status: 'APPROVED' });
  }
});

test('the merchant writes an answer, and the bot knows it', async ({ shopper: { page }, world, merchant }) => {
  const desk = merchant.page;
  await desk.goto(`${world.shopOrigin}/admin/faq`);
  await desk.getByLabel('Frage auf Deutsch').fill('Verpackt ihr auch als Geschenk?');
  await desk.getByLabel('Antwort auf Deutsch').fill('Ja, in Seidenpapier.');
  await desk.getByRole('button', { name: 'Antwort speichern' }).click();
  await expect(desk.getByRole('list', { name: 'Antworten' })).toContainText('Ja, in Seidenpapier.');

  await page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
  await say(page, 'könnt ihr das als geschenk verpackt schicken?');
  await expect(conversation(page)).toContainText('Ja, in Seidenpapier.');
  const answered = desk.getByRole('form', { name: '„Verpackt ihr auch als Geschenk?“ entfernen' });
  await answered.getByRole('button', { name: 'Entfernen' }).click();
  await expect(desk.getByRole('list', { name: 'Antworten' })).not.toContainText('Seidenpapier');
});
