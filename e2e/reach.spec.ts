import { expect, test } from './fixtures';
import { askFor, conversation, webview } from './steps';

const BACK = 'Wieder da: „Winterfuchs“';
const SKU = 'OO-CA-FOXX-SING';

test('what is sold out is told when it is back, once; after the stop word nothing comes', async ({
  shopper: { page },
  merchant,
}) => {
  test.slow();
  const say = async (words: string) => {
    await page.getByRole('textbox', { name: 'Message' }).fill(words);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  const card = await askFor(page, 'Winterfuchs');
  await card.getByRole('button', { name: 'Ansehen' }).click();
  const shop = webview(page);
  await shop.getByRole('button', { name: 'Sagt mir Bescheid, wenn es wieder da ist' }).click();
  await expect(shop.getByText('Notiert! Sobald es wieder da ist')).toBeVisible();
  try {
    await merchant.setStock('Winterfuchs', SKU, 3);
    await expect(conversation(page)).toContainText(BACK);

    await page.getByRole('button', { name: 'Close webview' }).click();
    await say('Stopp');
    await expect(conversation(page)).toContainText('keine Werbung und keine Erinnerungen mehr');
    await merchant.setStock('Winterfuchs', SKU, 0);
    await merchant.setStock('Winterfuchs', SKU, 2);
    await say('Hilfe');
    await expect(conversation(page)).toContainText('Ich antworte automatisch');
    await expect(conversation(page).getByText(BACK)).toHaveCount(1);
  } finally {
    await merchant.setStock('Winterfuchs', SKU, 0);
  }
});

test('the merchant writes to all who agreed: counted before, in the thread, reckoned after', async ({
  shopper: { page },
  world,
  merchant,
}) => {
  test.slow();
  await page.getByRole('textbox', { name: 'Message' }).fill('Neuigkeiten');
  await page.getByRole('button', { name: 'Send' }).click();
  await conversation(page).getByRole('button', { name: 'Get messages' }).click();
  await world.control('/control/webhooks/settled', {});

  const desk = merchant.page;
  await desk.goto(`${world.shopOrigin}/admin/broadcasts`);
  await desk.getByRole('link', { name: 'Neue Rundnachricht' }).click();
  await desk.getByLabel('Name').fill('Herbst');
  await desk.getByLabel('Text auf Deutsch').fill('Frisch aus der Presse: der Herbst ist da!');
  for (const title of ['Ottilies Otter', 'Wochenblock']) {
    await desk.getByLabel('Produkt hinzufügen').fill(title);
    await desk.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(desk.getByRole('button', { name: `${title} herausnehmen` })).toBeVisible();
  }
  await desk.getByRole('button', { name: 'Entwurf speichern' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'Herbst' })).toBeVisible();
  await expect(merchant.panel('Wen sie jetzt erreicht')).toContainText('1 Mensch wird erreicht');
  await desk.getByRole('button', { name: 'Senden', exact: true }).click();

  const card = conversation(page).getByRole('article', { name: 'Frisch aus der Presse: der Herbst ist da!' });
  await expect(card).toBeVisible();
  await expect(conversation(page).getByRole('button', { name: 'Abbestellen' })).toBeVisible();
  await card.getByRole('button', { name: 'Zum Shop' }).click();
  await expect(webview(page).getByRole('main')).toBeVisible();
  const outcome = desk.getByRole('region', { name: 'Geöffnet und gekauft' }).getByRole('cell').first();
  await merchant.inTime(async () => {
    await expect(merchant.panel('Was daraus wurde')).toContainText('1gesendet', { timeout: 1_000 });
    await expect(outcome).toHaveText('1', { timeout: 1_000 });
  });
});
