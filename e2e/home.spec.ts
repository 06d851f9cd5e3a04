import type { Locator, Page } from '@playwright/test';
import { isFineFor, tabTo } from './access';
import { expect, test } from './fixtures';

/** A photograph out of a phone, as far as a browser can tell. */
const PHOTO = 'public/demo/lemon-branch-card.jpg';
const SHELVES = 'Drucke und Papiersachen aus einer Hinterhofwerkstatt';

test('a home page of blocks: made, looked at, published, and the former one brought back', async ({
  merchant,
  world,
  page,
  browser,
}) => {
  test.slow();
  const desk = merchant.page;
  const shop = `${world.shopOrigin}/shop`;
  const preview = desk.frameLocator('iframe[title="Vorschau in Handygröße"]');

  await test.step('she writes a hero, which wants its picture described in both languages', async () => {
    await desk.goto(`${world.shopOrigin}/admin`);
    await desk.getByRole('navigation', { name: 'Verwaltung' }).getByRole('link', { name: 'Startseite' }).click();
    await expect(desk.getByText('Im Shop steht gerade eine Reihe für jede Kollektion.')).toBeVisible();
    await desk.getByRole('link', { name: 'Aufmacher hinzufügen' }).click();
    await desk.getByLabel('Überschrift, deutsch').fill('Frisch aus der Presse');
    await desk.getByLabel('Text, deutsch').fill('Der Zitronenzweig ist da.');
    await expect(desk.getByLabel('Bild auswählen')).toBeEnabled();
    await desk.getByLabel('Bild auswählen').setInputFiles(PHOTO);
    // Its renditions are made meanwhile.
    await expect(desk.getByText('Bild ist da.')).toBeVisible({ timeout: 60_000 });
    await desk.getByLabel('Führt zu').fill('/shop/products/lemon-branch');
    await isFineFor(desk, 'the form of a hero');
    await desk.getByRole('button', { name: 'Speichern' }).click();
    await expect(desk.getByLabel('Bildbeschreibung, englisch')).toHaveAttribute('aria-invalid', 'true');
    await expect(desk.getByLabel('Überschrift, deutsch')).toHaveValue('Frisch aus der Presse');
    await desk.getByLabel('Bildbeschreibung, deutsch').fill('Ein Zweig mit Zitronen');
    await desk.getByLabel('Bildbeschreibung, englisch').fill('A branch with lemons');
    await desk.getByRole('button', { name: 'Speichern' }).click();
    await expect(blocks(desk)).toHaveText([/Frisch aus der Presse.*Englisch fehlt: Überschrift, Text/]);
  });

  await test.step('and picks two products', async () => {
    await desk.getByRole('link', { name: 'Produktauswahl hinzufügen' }).click();
    await desk.getByLabel('Überschrift, deutsch').fill('Ausgesucht');
    await desk.getByLabel('Überschrift, englisch').fill('Picked for you');
    for (const title of ['Zitronenzweig', 'Ottilies Otter']) {
      await desk.getByLabel('Produkt hinzufügen').fill(title);
      await desk.getByRole('button', { name: 'Hinzufügen: Produkte in dieser Reihenfolge' }).click();
      await expect(desk.getByRole('button', { name: `${title} herausnehmen` })).toBeVisible();
    }
    await desk.getByRole('button', { name: 'Speichern' }).click();
    await expect(blocks(desk)).toHaveCount(2);
    await expect(blocks(desk).nth(1)).not.toContainText('fehlt');
    await expect(desk.getByRole('status').filter({ hasText: 'Entwurf, noch nicht im Shop.' })).toBeVisible();
  });

  await test.step('a phone beside it shows the draft in each language, the shop still the shelves', async () => {
    await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Frisch aus der Presse');
    await expect(preview.getByRole('img', { name: 'Ein Zweig mit Zitronen' })).toBeVisible();
    await desk.getByRole('link', { name: 'Arabisch' }).click();
    await expect(preview.getByRole('link', { name: /^ألقِ نظرة/ })).toBeVisible();
    await expect(preview.getByRole('img', { name: 'A branch with lemons' })).toBeVisible();
    await isFineFor(desk, 'the home page at the desk');
    await page.goto(shop);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(SHELVES);
  });

  await test.step('she publishes, and a shopper sees it', async () => {
    await desk.getByRole('button', { name: 'Veröffentlichen' }).click();
    await expect(desk.getByRole('status').filter({ hasText: 'So steht sie im Shop.' })).toBeVisible();
    await untilItSays(page, 'Frisch aus der Presse');
    const picture = page.getByRole('img', { name: 'Ein Zweig mit Zitronen' });
    await expect(picture).toHaveJSProperty('complete', true);
    expect(await picture.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBeGreaterThan(0);
    const picks = page.getByRole('region', { name: 'Ausgesucht' }).getByRole('link');
    await expect(picks).toHaveText([/^Zitronenzweig/, /^Ottilies Otter/]);
    await isFineFor(page, 'a home page of blocks');
    await page.getByRole('link', { name: /^Ansehen/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zitronenzweig');
  });

  const english = await browser.newContext({ locale: 'en-IE', viewport: { width: 390, height: 844 } });
  const visitor = await english.newPage();
  await test.step('she adds the missing English, and who reads it sees it', async () => {
    await visitor.goto(shop);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Frisch aus der Presse');
    await desk.getByRole('link', { name: 'Frisch aus der Presse bearbeiten' }).click();
    await desk.getByLabel('Überschrift, englisch').fill('Fresh from the press');
    await desk.getByLabel('Text, englisch').fill('The lemon branch is here.');
    await desk.getByRole('button', { name: 'Speichern' }).click();
    await expect(blocks(desk).first()).toContainText('Frisch aus der Presse');
    await expect(desk.getByText('Englisch fehlt')).toHaveCount(0);
    await desk.getByRole('button', { name: 'Veröffentlichen' }).click();
    await untilItSays(visitor, 'Fresh from the press');
  });

  await test.step('the former page comes back as a draft, and then to the shop', async () => {
    const history = desk.getByRole('region', { name: 'Verlauf' }).getByRole('row');
    await expect(history.nth(1)).toContainText('im Shop');
    await history.nth(2).getByRole('button', { name: 'Zurückholen' }).click();
    await expect(blocks(desk).first()).toContainText('Englisch fehlt: Überschrift, Text');
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Fresh from the press');
    await desk.getByRole('button', { name: 'Veröffentlichen' }).click();
    await untilItSays(visitor, 'Frisch aus der Presse');
    await english.close();
  });

  await test.step('without blocks the shop shows its shelves again', async () => {
    await removeAll(desk);
    await desk.getByRole('button', { name: 'Veröffentlichen' }).click();
    await page.goto(shop);
    await untilItSays(page, SHELVES);
  });
});

test('a keyboard alone writes a block, moves it, and takes it out', async ({ merchant, world, page }) => {
  const desk = merchant.page;
  const press = async (name: RegExp) => {
    await tabTo(desk, name);
    await desk.keyboard.press('Enter');
  };
  const write = async (kind: string, heading: string) => {
    await desk.goto(`${world.shopOrigin}/admin/home`);
    await press(/^Zum Inhalt/);
    await press(new RegExp(`^${kind} hinzufügen`));
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(`${kind} hinzufügen`);
    await tabTo(desk, /^Überschrift, deutsch/);
    await desk.keyboard.type(heading);
    await tabTo(desk, /^Text, deutsch/);
    await desk.keyboard.type('Wir drucken selbst.');
    await press(/^Speichern/);
    await expect(blocks(desk).filter({ hasText: heading })).toHaveCount(1);
  };
  await write('Aufmacher', 'Willkommen');
  await write('Text', 'Wer wir sind');
  // Whom she sends the preview to sees it without the desk.
  await page.goto((await desk.getByRole('link', { name: 'Vorschau einzeln öffnen' }).getAttribute('href')) ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Willkommen');
  await isFineFor(page, 'the preview of a page without pictures');
  await desk.goto(`${world.shopOrigin}/admin/home`);
  await press(/^Wer wir sind nach oben/);
  await expect(blocks(desk)).toHaveText([/^Wer wir sind/, /^Willkommen/]);
  await expect(desk.getByRole('button', { name: 'Wer wir sind nach unten' })).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(blocks(desk)).toHaveText([/^Willkommen/, /^Wer wir sind/]);
  await expect(desk.getByRole('button', { name: 'Wer wir sind nach oben' })).toBeFocused();
  await press(/^Wer wir sind entfernen/);
  await expect(blocks(desk)).toHaveText([/^Willkommen/]);
  await desk.goto(`${world.shopOrigin}/admin/home`);
  await press(/^Letzten Schritt zurücknehmen/);
  await expect(blocks(desk)).toHaveText([/^Willkommen/, /^Wer wir sind/]);
  await removeAll(desk);
});

test('a page that would be too heavy names the block to blame, and stays out of the shop', async ({
  merchant,
  world,
  page,
}) => {
  const desk = merchant.page;
  await desk.goto(`${world.shopOrigin}/admin/home`);
  await desk.getByRole('button', { name: 'Mit den Kollektionen beginnen' }).click();
  await expect(blocks(desk)).toHaveCount(5);
  await desk.getByRole('link', { name: 'Karten bearbeiten' }).click();
  await desk.getByLabel('Wie viele Produkte').fill('12');
  await desk.getByRole('button', { name: 'Speichern' }).click();
  const blamed = desk.getByRole('main').getByRole('alert');
  await expect(blamed).toContainText('Am meisten wiegt „Karten“');
  await desk.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(desk.getByText('Die Startseite wird zu schwer für ein Telefon. Mach zuerst')).toBeVisible();
  await page.goto(`${world.shopOrigin}/shop`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SHELVES);
  await desk.getByRole('link', { name: 'Karten bearbeiten' }).click();
  await desk.getByLabel('Wie viele Produkte').fill('4');
  await desk.getByRole('button', { name: 'Speichern' }).click();
  await expect(blocks(desk)).toHaveCount(5);
  await expect(blamed).toHaveCount(0);
  await removeAll(desk);
});

function blocks(desk: Page): Locator {
  return desk.getByRole('list', { name: 'Bausteine' }).getByRole('listitem');
}

/** Takes every block out of the draft. */
async function removeAll(desk: Page): Promise<void> {
  for (let left = await blocks(desk).count(); left > 0; left -= 1) {
    await blocks(desk)
      .first()
      .getByRole('button', { name: / entfernen$/ })
      .click();
    await expect(blocks(desk)).toHaveCount(left - 1);
  }
}

/** Looks at the shop anew until its front says so: what is published goes round to the kept pages. */
async function untilItSays(shopper: Page, heading: string): Promise<void> {
  await expect(async () => {
    await shopper.reload();
    await expect(shopper.getByRole('heading', { level: 1 })).toHaveText(heading, { timeout: 1_000 });
  }).toPass();
}
