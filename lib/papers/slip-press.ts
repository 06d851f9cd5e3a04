import { MARKET_IDS, type Market, marketOf } from '@/lib/domain/market';
import type { PackingSlip } from '@/lib/domain/papers/packing-slip';
import { PAPER_WORDS } from '@/lib/domain/words/papers';
import { countryName } from '@/lib/domain/words/places';
import { EDGE, Sheet } from './sheet';

const COLUMNS = {
  box: { x: EDGE.left, width: 20 },
  pieces: { x: 96, width: 40, align: 'right' },
  item: { x: 150, width: EDGE.right - 150 },
} as const;

/** Prints a packing slip as PDF/A-2a: A4, tagged, the address where an envelope's window shows it. */
export async function printSlip(slip: PackingSlip): Promise<Uint8Array<ArrayBuffer>> {
  const { slip: words } = PAPER_WORDS[slip.language];
  const title = `${words.title} ${slip.orderLabel}`;
  const date = new Date(`${slip.printedOn}T00:00:00Z`);
  const sheet = await Sheet.open({ title, author: slip.seller.name, language: slip.intlLocale, date });
  const top = writeHead(sheet, slip, title);
  writeLines(sheet, slip, top);
  writeFeet(sheet, slip);
  return sheet.close();
}

function writeHead(sheet: Sheet, slip: PackingSlip, title: string): number {
  const { slip: words, ofDay, order } = PAPER_WORDS[slip.language];
  const { seller } = slip;
  const head = sheet.part('Sect');
  sheet.write(head, 'P', seller.name, { x: EDGE.left, y: EDGE.top, width: 468, size: 15, strong: true });
  const sender = [seller.name, seller.place].filter(Boolean).join(' · ');
  sheet.write(head, 'P', sender, { x: EDGE.left, y: 132, width: 241, size: 7, soft: true });
  sheet.rule(144, { to: EDGE.left + 241 });
  const to = { x: EDGE.left, y: 151, width: 241, size: 10, lineGap: 3 };
  const after = sheet.write(head, 'P', addressOf(slip), to);
  const days = new Intl.DateTimeFormat(slip.intlLocale, { dateStyle: 'medium', timeZone: 'UTC' });
  const ordered = ofDay(slip.orderLabel, days.format(new Date(`${slip.orderedOn}T00:00:00Z`)));
  const pieces = slip.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const info = { x: 328, y: 151, width: EDGE.right - 328, size: 8.5, lineGap: 3 };
  sheet.write(head, 'P', `${order} ${ordered}\n${words.pieces(pieces)}`, info);
  const below = sheet.write(sheet.root, 'H1', title, {
    x: EDGE.left,
    y: Math.max(after, 250) + 24,
    width: 468,
    size: 17,
    strong: true,
  });
  return below + 14;
}

function addressOf({ to, intlLocale }: PackingSlip): string {
  const town = to.country === 'US' ? `${to.city}, ${to.region} ${to.postalCode}` : `${to.postalCode} ${to.city}`;
  const abroad = to.country === 'DE' ? '' : countryName(to.country, marketWriting(intlLocale));
  return [to.name, to.street1, to.street2, town, abroad].filter(Boolean).join('\n');
}

function marketWriting(intlLocale: string): Market {
  return MARKET_IDS.map(marketOf).find((market) => market.intlLocale === intlLocale) ?? marketOf('en');
}

function writeLines(sheet: Sheet, slip: PackingSlip, top: number): void {
  const { slip: words, item, quantity } = PAPER_WORDS[slip.language];
  const table = sheet.part('Table');
  const heads = (y: number) => {
    const row = sheet.part('TR', table);
    const look = { y, size: 8, soft: true } as const;
    sheet.write(row, 'TH', words.packed, { ...COLUMNS.box, ...look, width: 60 });
    sheet.write(row, 'TH', quantity, { ...COLUMNS.pieces, ...look });
    sheet.write(row, 'TH', item, { ...COLUMNS.item, ...look });
    sheet.rule(y + 14, { strong: true });
    return y + 22;
  };
  let y = heads(top);
  for (const line of slip.lines) {
    const { width } = COLUMNS.item;
    const detail = line.detail ? sheet.heightOf(line.detail, { width, size: 8, soft: true }) : 0;
    const height = sheet.heightOf(line.title, { width, size: 11, strong: true }) + detail + 6;
    if (y + height > EDGE.bottom - 12) {
      sheet.turnPage();
      y = heads(EDGE.top);
    }
    const row = sheet.part('TR', table);
    sheet.write(row, 'TD', '[   ]', { ...COLUMNS.box, y, size: 11 });
    sheet.write(row, 'TD', `${line.quantity} ×`, { ...COLUMNS.pieces, y, size: 11, strong: true });
    const cell = sheet.part('TD', row);
    const below = sheet.write(cell, 'P', line.title, { ...COLUMNS.item, y, size: 11, strong: true });
    if (line.detail) sheet.write(cell, 'P', line.detail, { ...COLUMNS.item, y: below, size: 8, soft: true });
    y += height;
    sheet.rule(y);
    y += 8;
  }
}

function writeFeet(sheet: Sheet, { seller, language }: PackingSlip): void {
  const words = PAPER_WORDS[language];
  sheet.onEachPage((page, pages, stamp) => {
    const look = { y: EDGE.bottom + 24, size: 7.5, soft: true } as const;
    stamp([seller.name, seller.email].filter(Boolean).join(' · '), { ...look, x: EDGE.left, width: 380 });
    stamp(words.page(page, pages), { ...look, x: EDGE.right - 80, width: 80, align: 'right' });
  });
}
