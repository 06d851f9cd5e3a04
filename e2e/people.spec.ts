import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Merchant } from './merchant';
import { conversation, holdBack, webview } from './steps';
import type { World } from './world';

test.use({ person: { name: 'Ida', locale: 'de_DE' } });

async function say(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
}

type People = { page: Page; world: World; merchant: Merchant };

/** Ida asks for a person, and stands on the desk's list at once. */
async function findHers({ page, world, merchant: { page: desk } }: People): Promise<Locator> {
  await desk.goto(`${world.shopOrigin}/admin/people?show=waiting`);
  await say(page, 'Mensch, bitte');
  const hers = desk.getByRole('list', { name: 'Gespräche' }).getByRole('link').filter({ hasText: 'Mensch, bitte' });
  await expect(hers.first()).toContainText('wartet seit 1 Min.');
  return hers.first();
}

async function openHers(people: People): Promise<Page> {
  const hers = await findHers(people);
  await hers.click();
  const desk = people.merchant.page;
  await expect(desk.getByRole('heading', { level: 1, name: 'Ida' })).toBeVisible();
  return desk;
}

const thread = (desk: Page) => desk.getByRole('region', { name: 'Gespräch mit Ida' });

test('she asks for a person: seen at once, answered, and handed back to the assistant', async ({
  shopper: { page },
  world,
  merchant,
}) => {
  await merchant.page.goto(`${world.shopOrigin}/admin/people/replies`);
  const herName = merchant.panel('Dein Name im Chat');
  await herName.getByLabel('Name').fill('Ottilie');
  await herName.getByRole('button', { name: 'Speichern' }).click();
  await expect(herName).toContainText('Gespeichert.');
  const desk = merchant.page;
  const hers = await findHers({ page, world, merchant });
  const freeScripts = await holdBack(desk, '**/*.js');
  await hers.click();
  await page.getByRole('button', { name: '+1415555' }).click();
  await expect(conversation(page)).toContainText('ruft dich unter +1415555');
  // A half-typed answer outlives what comes in meanwhile, and a reload: even one typed before the script was there.
  await desk.getByLabel('Antwort an Ida').fill('Hallo Ida, hier ist');
  freeScripts();
  await expect(thread(desk)).toContainText('+1415555');
  await say(page, 'Mein Paket ist <b>leer</b>');
  await expect(thread(desk)).toContainText('Mein Paket ist <b>leer</b>');
  await expect(desk.getByLabel('Antwort an Ida')).toHaveValue('Hallo Ida, hier ist');
  await desk.reload();
  await expect(desk.getByLabel('Antwort an Ida')).toHaveValue('Hallo Ida, hier ist');

  await desk.getByLabel('Antwort an Ida').fill('Hallo Ida, hier ist Ottilie. Ich schicke dir Ersatz.');
  await desk.getByRole('button', { name: 'Senden' }).click();
  await expect(conversation(page)).toContainText('OttilieHallo Ida, hier ist Ottilie. Ich schicke dir Ersatz.');
  await expect(thread(desk)).toContainText('Ottilie Druck');
  await expect(desk.getByLabel('Antwort an Ida')).toHaveValue('');

  await say(page, 'hallo?');
  await expect(thread(desk)).toContainText('hallo?');
  await desk.getByRole('button', { name: 'Zurück an den Assistenten' }).click();
  await expect(conversation(page)).toContainText('Hier antwortet jetzt wieder der automatische Assistent');
  await expect(conversation(page)).not.toContainText('schön, dass du da bist');
  await say(page, 'hallo');
  await expect(conversation(page)).toContainText('schön, dass du da bist');
});

test("a colleague goes on in the Page's own inbox, and the desk fetches the thread back", async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const desk = await openHers({ page, world, merchant });
  await world.control(`/control/threads/${psid}/inbox`, { text: 'Hier ist Sam, ich sehe nach.', takes: true });
  await expect(thread(desk)).toContainText('Hier ist Sam, ich sehe nach.');
  await expect(desk.getByText('Der Posteingang der Seite führt dieses Gespräch.')).toBeVisible();
  await say(page, 'Danke, Sam');
  await expect(thread(desk)).toContainText('Danke, Sam');

  await desk.getByRole('button', { name: 'Zurückholen' }).click();
  await desk.getByLabel('Antwort an Ida').fill('Sam hat Feierabend, ich übernehme.');
  await desk.getByRole('button', { name: 'Senden' }).click();
  await expect(conversation(page)).toContainText('Sam hat Feierabend, ich übernehme.');
  await expect(conversation(page)).not.toContainText('Sehr gern!');
});

test('a week later the thread is shut: the reply box says so, and what works all the same', async ({
  shopper: { page },
  world,
  merchant,
}) => {
  const desk = await openHers({ page, world, merchant });
  const { snapshot } = await world.control<{ snapshot: string }>('/control/snapshot', {});
  try {
    await world.control('/control/clock', { advanceSeconds: 8 * 24 * 3600 });
    await desk.getByLabel('Antwort an Ida').fill('Bist du noch da?');
    await desk.getByRole('button', { name: 'Senden' }).click();
    await expect(thread(desk)).toContainText('nicht zugestellt: Das 24-Stunden-Fenster ist zu.');
    await expect(desk.getByText('Seit ihrem letzten Wort sind sieben Tage um')).toBeVisible();
    await expect(desk.getByText('Sie hat noch nichts bestellt')).toBeVisible();
    await expect(desk.getByLabel('Antwort an Ida')).toHaveCount(0);
  } finally {
    await world.control('/control/restore', { snapshot });
  }
});

test('an order that was put together for her waits in the thread, and leads to the checkout', async ({
  shopper: { page },
  world,
  merchant,
}) => {
  const desk = await openHers({ page, world, merchant });
  await desk.getByText('Bestellung zum Bezahlen schicken').click();
  await desk.getByLabel('Artikel').fill('NOBODY x2');
  await desk.getByRole('button', { name: 'Zusammenstellung schicken' }).click();
  await expect(desk.getByText('Das wird gerade nicht verkauft.')).toBeVisible();
  await desk.getByLabel('Artikel').fill('OO-DE-WEEK x2');
  await desk.getByRole('button', { name: 'Zusammenstellung schicken' }).click();

  const card = conversation(page).getByRole('article', { name: /^Deine Bestellung/ });
  await expect(card).toContainText('2 × ');
  await card.getByRole('button', { name: 'Ansehen und bezahlen' }).click();
  const shop = webview(page);
  await expect(shop.getByRole('heading', { level: 1 })).toHaveText('Für dich zusammengestellt');
  await shop.getByRole('button', { name: /^Zur Kasse/ }).click();
  await expect(shop.getByRole('heading', { level: 1, name: 'Kasse' })).toBeVisible();
});
