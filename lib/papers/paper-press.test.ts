import { expect, it } from 'vitest';
import type { Buyer, Paper } from '@/lib/domain/papers/invoice';
import type { PackingSlip } from '@/lib/domain/papers/packing-slip';
import { paperPress } from './paper-press';

const FACTS: Paper = {
  version: 1,
  kind: 'invoice',
  label: 'R-1001',
  language: 'de',
  intlLocale: 'de-DE',
  currency: 'EUR',
  issuedOn: '2026-11-22',
  orderLabel: 'K-1001',
  orderedOn: '2026-11-22',
  supply: { from: '2026-11-24', to: '2026-11-25' },
  seller: {
    name: 'Ottilie Muster',
    street: 'Hinterhof 3',
    postalCode: '12345',
    city: 'Musterstadt',
    country: 'DE',
    vatId: 'DE123456788',
    taxNumber: '',
    email: 'hallo@example.com',
  },
  lines: [
    { variantId: 'a', title: 'Mond', detail: 'A3', quantity: 2, unitMinor: 2490, totalMinor: 4980, ratePerMille: 190 },
  ],
  shipping: { title: 'Standardversand', amountMinor: 490 },
  discountMinor: 0,
  taxAddedMinor: 0,
  totalMinor: 5470,
  taxes: [{ ratePerMille: 190, netMinor: 4597, taxMinor: 873, grossMinor: 5470 }],
  note: null,
  paidWith: 'Visa 4242',
  corrects: null,
};
const BUYER: Buyer = {
  name: 'Łucja Żółkiewska',
  street1: 'Hauptstr. 1',
  street2: '',
  postalCode: '10115',
  city: 'Berlin',
  region: '',
  country: 'DE',
};
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pagesOf = (bytes: Uint8Array) => asText(bytes).match(/\/Type \/Page\b/g)?.length;

it('prints the same bytes for the same paper, and others for another', async () => {
  const first = await paperPress.print(FACTS, BUYER);
  expect(Buffer.from(first).equals(Buffer.from(await paperPress.print(FACTS, BUYER)))).toBe(true);
  const other = await paperPress.print({ ...FACTS, totalMinor: 5471 }, BUYER);
  expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
});

it('prints a tagged PDF/A that says its title and language, with its fonts inside', async () => {
  const text = asText(await paperPress.print(FACTS, BUYER));
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  for (const mark of [
    '/MarkInfo',
    '/StructTreeRoot',
    '/Lang (de-DE)',
    '/DisplayDocTitle true',
    '/FontFile2',
    '/S /H1',
    '/S /Table',
  ])
    expect(text).toContain(mark);
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
});

it('goes on over as many pages as it takes, and takes an amount without a line', async () => {
  const lines = Array.from({ length: 50 }, () => FACTS.lines).flat();
  expect(pagesOf(await paperPress.print({ ...FACTS, lines }, BUYER))).toBeGreaterThan(2);
  const amount = {
    variantId: null,
    title: 'Erstattung',
    detail: '',
    quantity: null,
    unitMinor: null,
    ratePerMille: null,
  };
  const note: Paper = {
    ...FACTS,
    kind: 'credit_note',
    label: 'RK-1001',
    supply: null,
    lines: [{ ...amount, totalMinor: 100 }],
    shipping: null,
    taxes: [],
    note: 'small_business',
    corrects: { label: 'R-1001', issuedOn: '2026-11-22' },
  };
  expect(pagesOf(await paperPress.print(note, BUYER))).toBe(1);
});

it('prints a packing slip over as many pages as it takes, without a price', async () => {
  const line = { quantity: 2, title: 'Mond', detail: 'A3 · MOON-A3' };
  const slip: PackingSlip = {
    language: 'de',
    intlLocale: 'de-DE',
    orderLabel: 'K-1001',
    orderedOn: '2026-11-22',
    printedOn: '2026-11-23',
    seller: { name: 'Ottilie Muster', place: 'Hinterhof 3, 12345 Musterstadt', email: 'hallo@example.com' },
    to: BUYER,
    lines: [line],
  };
  const first = await paperPress.printSlip(slip);
  expect(Buffer.from(first).equals(Buffer.from(await paperPress.printSlip(slip)))).toBe(true);
  expect(pagesOf(first)).toBe(1);
  for (const mark of ['/Lang (de-DE)', '/S /H1', '/S /Table', '<pdfaid:part>2</pdfaid:part>'])
    expect(asText(first)).toContain(mark);
  expect(pagesOf(await paperPress.printSlip({ ...slip, lines: Array(60).fill(line) }))).toBeGreaterThan(2);
});
