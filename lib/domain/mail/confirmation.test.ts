import { expect, test } from 'vitest';
import { EXAMPLE_DETAILS } from '../cart/example-details';
import type { Quote } from '../cart/quote';
import { asId, type VariantId } from '../ids';
import { marketOf } from '../market';
import { money } from '../money';
import { type ConfirmationFacts, writeConfirmation } from './confirmation';

const shipping = {
  id: 'standard',
  title: { de: 'Standardversand', en: 'Standard delivery' },
  days: { from: 2, to: 3 },
  priceMinor: 490,
  currency: 'EUR' as const,
};
const quote: Quote = {
  currency: 'EUR',
  lines: [
    {
      variantId: asId<VariantId>('v1'),
      sku: 'A',
      title: { de: '<b>Poster</b> & mehr', en: '' },
      variantTitle: { de: 'A3', en: 'A3' },
      imageFile: null,
      quantity: 2,
      unitMinor: 2490,
      totalMinor: 4980,
      discountMinor: 0,
      taxRatePerMille: 190,
      taxContainedMinor: 795,
    },
  ],
  goodsMinor: 4980,
  shipping: { options: [shipping], chosen: shipping },
  taxAddedMinor: 0,
  taxContainedMinor: 873,
  discountMinor: 0,
  discounts: [],
  code: null,
  total: money(5470, 'EUR'),
};
const facts: ConfirmationFacts = {
  to: 'ada@example.com',
  market: marketOf('de'),
  shop: { name: 'Otter\r\nBcc: eve@example.com', email: 'hallo@example.com' },
  orderLabel: 'K-1001',
  orderUrl: 'https://shop.example.com/shop/orders/o1',
  placedAt: new Date('2026-11-20T12:00:00Z'),
  quote,
  address: EXAMPLE_DETAILS.address,
  paymentMethod: 'Visa 4242',
  agreed: { terms: '## Vertrag\n\nSo <i>gilt</i> es.', withdrawal: 'Vierzehn Tage.', impressum: '' },
};

test('says everything that was agreed, in text and in HTML', () => {
  const { text, html } = writeConfirmation(facts);
  expect(text).toContain('2 × <b>Poster</b> & mehr, A3 (je 24,90\u00a0€): 49,80\u00a0€');
  for (const words of ['K-1001', 'Standardversand: 4,90', 'Gesamt: 54,70', 'MwSt.: 8,73', 'Ada Muster\nHauptstr. 1'])
    expect(text).toContain(words);
  expect(text).toContain('Kommt voraussichtlich zwischen 24. November 2026 und 25. November 2026.');
  expect(text).toContain('Vertrag\n-------\n\nSo <i>gilt</i> es.');
  expect(text).toContain('Vierzehn Tage.');
  expect(text).not.toContain('Impressum');
  expect(html).toContain('2 × &lt;b&gt;Poster&lt;/b&gt; &amp; mehr, A3');
  expect(html).toContain('So &lt;i&gt;gilt&lt;/i&gt; es.');
  expect(html).not.toMatch(/<b>|<i>|<img|<script|src=/);
});

test('the subject stays one line, whatever the shop is called', () => {
  expect(writeConfirmation(facts).subject).toBe('Deine Bestellung K-1001 bei Otter Bcc: eve@example.com');
});

test('an American order speaks of dollars and of no VAT', () => {
  const american = { ...quote, currency: 'USD' as const, taxContainedMinor: 0, total: money(5470, 'USD') };
  const { text } = writeConfirmation({ ...facts, market: marketOf('en-US'), quote: american });
  expect(text).toContain('Total: $54.70');
  expect(text).not.toContain('VAT');
  expect(text).toContain('Should arrive between November 24, 2026 and November 25, 2026.');
});

test('an order without an address says so', () => {
  expect(writeConfirmation({ ...facts, address: null }).text).toContain('Uns fehlt noch deine Adresse');
});
