import { expect, type Locator, type Page } from '@playwright/test';
import type { House } from './shop-process';

export type Stock = { available: number; held: number; sold: number };

const PASSWORD = 'vier zahme Otter drucken';

/** As the desk writes it: "13,80 €". */
export const euros = (amountMinor: number) => `${(amountMinor / 100).toFixed(2).replace('.', ',')} €`;

/** The woman behind the counter: what she does at her desk, in German, as she would. */
export class Merchant {
  constructor(
    readonly page: Page,
    private readonly house: House,
  ) {}

  /** Becomes the owner through the link that the shop prints while it has none. */
  async takeOver(): Promise<void> {
    const link = /http\S+\/sign-in\/first-owner\?token=\S+/.exec(this.house.said())?.[0];
    if (!link) throw new Error(`the shop printed no first-owner link: ${this.house.said()}`);
    await this.page.goto(link);
    await this.page.getByLabel('Dein Name').fill('Ottilie Druck');
    await this.fillCredentials();
    await this.page.getByRole('button', { name: 'Shop übernehmen' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
  }

  /** On the sign-in page, wherever it then leads. */
  async signIn(): Promise<void> {
    await this.fillCredentials();
    await this.page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  }

  private async fillCredentials(): Promise<void> {
    await this.page.getByLabel('E-Mail-Adresse').fill('ottilie@example.com');
    await this.page.getByLabel('Passwort').fill(PASSWORD);
  }

  /** Presses what is grave (money out, staff): where her last sign-in is long ago, the desk wants her password in the same form. */
  async pressAndProve(button: string): Promise<void> {
    const press = async () => {
      const answered = this.page.waitForResponse((answer) => answer.request().method() === 'POST');
      await this.page.getByRole('button', { name: button }).click();
      await answered;
      // The form shows the answer in the moment in which it no longer waits.
      await expect(this.page.locator('button[aria-disabled]')).toHaveCount(0);
    };
    await press();
    const password = this.page.getByLabel('Dein Passwort');
    if (!(await password.isVisible())) return;
    await password.fill(PASSWORD);
    await press();
  }

  async stockOf(title: string, sku: string): Promise<Stock> {
    await this.openProduct(title);
    // Two lines, read as written: how they break depends on what of the page is drawn in that moment.
    const text = await this.row(sku)
      .getByText(/\d+ frei/)
      .textContent();
    const found = /(\d+) frei\s*(\d+) reserviert · (\d+) verkauft/.exec(text ?? '');
    if (!found) throw new Error(`the stock of ${sku} reads: ${text}`);
    return { available: Number(found[1]), held: Number(found[2]), sold: Number(found[3]) };
  }

  /** Books the difference, so that this many pieces can be bought. */
  async setStock(title: string, sku: string, pieces: number): Promise<void> {
    const { available } = await this.stockOf(title, sku);
    if (available === pieces) return;
    const row = this.row(sku);
    const difference = pieces - available;
    await row.getByLabel(`Veränderung, ${sku}`, { exact: true }).fill(`${difference > 0 ? '+' : ''}${difference}`);
    await row.getByRole('button', { name: 'Buchen' }).click();
    await expect(row.getByText('Gebucht.')).toBeVisible();
    await expect(row.getByText(`${pieces} frei`)).toBeVisible();
  }

  /** `price` as she types it: "24,90". */
  async setPrice(title: string, sku: string, currency: 'EUR' | 'USD', price: string): Promise<void> {
    await this.openProduct(title);
    const row = this.row(sku);
    await row.getByLabel(`Preis ${currency}, ${sku}`, { exact: true }).fill(price);
    await row.getByRole('button', { name: 'Speichern' }).click();
    await expect(row.getByText('Gespeichert.')).toBeVisible();
  }

  /** A new code that takes so many percent off; `limit` in all, `only` the goods that it is limited to, by name. */
  async addDiscount(gift: {
    name: string;
    code: string;
    percent: string;
    limit?: string;
    only?: { product: string; collection: string };
  }): Promise<void> {
    await this.page.goto(`${this.house.shopOrigin}/admin/discounts/new`);
    await this.page.getByLabel('Name, deutsch').fill(gift.name);
    await this.page.getByLabel('Code', { exact: true }).fill(gift.code);
    await this.page.getByLabel('Prozent (%)').fill(gift.percent);
    if (gift.limit) await this.page.getByLabel('Insgesamt höchstens').fill(gift.limit);
    if (gift.only) {
      await this.pick('Produkt hinzufügen', 'Hinzufügen: Nur diese Produkte', gift.only.product);
      await this.pick('Kollektion hinzufügen', 'Hinzufügen: Nur diese Kollektionen', gift.only.collection);
    }
    await this.page.getByRole('button', { name: 'Speichern' }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(gift.name);
  }

  private async pick(field: string, button: string, title: string): Promise<void> {
    await this.page.getByLabel(field).fill(title);
    await this.page.getByRole('button', { name: button }).click();
    await expect(this.page.getByRole('button', { name: `${title} herausnehmen` })).toBeVisible();
  }

  async pauseDiscount(name: string): Promise<void> {
    await this.openDiscount(name);
    await this.page.getByRole('button', { name: 'Pausieren' }).click();
    await expect(this.page.getByText('pausiert')).toBeVisible();
  }

  /** How often it was given stands in the list, each order with the discount. */
  async seesRedemption(name: string, used: string): Promise<void> {
    await this.page.goto(`${this.house.shopOrigin}/admin/discounts`);
    await expect(this.page.getByRole('row').filter({ hasText: name }).getByRole('cell').nth(4)).toHaveText(used);
    await this.openDiscount(name);
    await expect(this.page.getByRole('link', { name: /^K-\d+/ })).toHaveCount(Number(used));
  }

  private async openDiscount(name: string): Promise<void> {
    await this.page.goto(`${this.house.shopOrigin}/admin/discounts`);
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
  }

  /** `number` as people say it: "K-1001". */
  async openOrder(number: string): Promise<void> {
    await this.page.goto(`${this.house.shopOrigin}/admin/orders`);
    await this.page.getByRole('link', { name: number, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: `Bestellung ${number}` })).toBeVisible();
  }

  /** Something on the list of the day that waits for her, as soon as it is there. */
  async opensTask(name: string): Promise<void> {
    const task = this.page.getByRole('link', { name, exact: true });
    await expect(async () => {
      await this.page.goto(`${this.house.shopOrigin}/admin`);
      await expect(task).toBeVisible({ timeout: 500 });
    }).toPass();
    await task.click();
  }

  /** One of the framed parts of a page, by its heading. */
  panel(title: string): Locator {
    return this.page
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { level: 2, name: title, exact: true }) });
  }

  /** What the open order's page says of its money: the state, and what the ledger says is left. */
  async seesMoney(state: string, leftMinor: number): Promise<void> {
    const money = this.panel('Geld');
    await this.inTime(async () => {
      await expect(money.getByText(state, { exact: true }).first()).toBeVisible({ timeout: 1_000 });
      await expect(money).toContainText(`Verbleibt${euros(leftMinor)}`, { timeout: 1_000 });
    });
  }

  /** What one panel of the open page says, each of these words, as soon as the shop has written it down. */
  async reads(title: string, ...words: string[]): Promise<void> {
    await this.inTime(async () => {
      for (const word of words) await expect(this.panel(title)).toContainText(word, { timeout: 1_000 });
    });
  }

  /** Looks at the open page anew until it holds: the shop writes down what came of a thing after the shopper saw it. */
  async inTime(holds: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.page.reload();
      await holds();
    }).toPass();
  }

  /** When money is taken of orders from now on, in the words of the form. */
  async takeMoney(choice: string): Promise<void> {
    await this.page.goto(`${this.house.shopOrigin}/admin/payments`);
    await this.page.getByLabel(choice).check();
    await this.page.getByRole('button', { name: 'Speichern' }).click();
    await expect(this.page.getByText('Gespeichert.')).toBeVisible();
  }

  private async openProduct(title: string): Promise<void> {
    await this.page.goto(`${this.house.shopOrigin}/admin/products`);
    await this.page.getByRole('searchbox').fill(title);
    await this.page.getByRole('button', { name: 'Suchen' }).click();
    await this.page.getByRole('link', { name: title, exact: true }).click();
    await this.page.getByRole('link', { name: 'Bestand und Preise' }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(title);
  }

  private row(sku: string): Locator {
    const field = this.page.getByLabel(`Veränderung, ${sku}`, { exact: true });
    return this.page.getByRole('listitem').filter({ has: field });
  }
}
