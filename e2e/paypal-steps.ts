import type { FrameLocator, Page } from '@playwright/test';
import { addToCart, buyByName, fillAddress, goToCheckout, orderButton, type Shop, webview } from './steps';
import type { World } from './world';

/** Seen at PayPal: money that was taken, or waits for a review. */
export type Capture = {
  id: string;
  status: string;
  amount: { value: string; currency_code: string };
  custom_id: string;
};

/** The user agent of Messenger's own webview: the shop is the whole view there, though the simulator draws a frame. */
export const IN_MESSENGER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/MessengerForiOS;FBAV/480.0]';

export const HOUSES = 'Sieben schmale Häuser';
export const TOTAL = '13.80';

const ADA = {
  'E-Mail': 'ada@example.com',
  'Vor- und Nachname': 'Ada Muster',
  'Straße und Hausnummer': 'Hauptstr. 1',
  Postleitzahl: '10115',
  Ort: 'Berlin',
};

/** From the thread to the payment block, where she chooses PayPal. */
export async function choosePaypal(page: Page): Promise<FrameLocator> {
  await buyByName(page, HOUSES);
  const shop = webview(page);
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA);
  await shop.getByRole('radio', { name: 'PayPal' }).check();
  return shop;
}

export async function orderWithPaypal(shop: Shop): Promise<void> {
  await orderButton(shop).click();
}

/** PayPal's page, in whatever view it stands. */
export const atPaypal = (view: Shop) => ({
  pay: view.getByRole('button', { name: 'Jetzt zahlen' }),
  payWithBadCard: view.getByRole('button', { name: 'Mit einer Karte zahlen, die abgelehnt wird' }),
  cancel: view.getByRole('button', { name: /^Abbrechen/ }),
});

/** What PayPal took for the attempts of this test. */
export class Paypal {
  private before = new Set<string>();

  constructor(private readonly world: World) {}

  async begin(): Promise<void> {
    await this.lever('payments', { nextCapture: null });
    await this.lever('deliveries', { hold: false });
    this.before = new Set((await this.all()).map(({ id }) => id));
  }

  lever(name: 'payments' | 'deliveries', wish: unknown): Promise<unknown> {
    return this.world.control(`/control/${name}`, wish, this.origin);
  }

  async captures(): Promise<Capture[]> {
    return (await this.all()).filter(({ id }) => !this.before.has(id));
  }

  private get origin(): string {
    return this.world.shop.simulator.origins.paypal;
  }

  private async all(): Promise<Capture[]> {
    const path = '/control/paypal/captures';
    return (await this.world.control<{ captures: Capture[] }>(path, undefined, this.origin)).captures;
  }
}
