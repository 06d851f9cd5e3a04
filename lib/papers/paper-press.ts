import { formatMoney, money } from '@/lib/domain/money';
import type { Paper } from '@/lib/domain/papers/invoice';
import type { PaperPress } from '@/lib/domain/ports';
import { PAPER_WORDS } from '@/lib/domain/words/papers';
import { writeHead } from './paper-head';
import { writeLines } from './paper-lines';
import { writeSums } from './paper-sums';
import type { Setting } from './setting';
import { EDGE, Sheet } from './sheet';
import { printSlip } from './slip-press';

/**
 * Prints invoices, their corrections and packing slips as PDF/A-2a: A4, tagged, its fonts inside. The same paper gives the same bytes,
 * whoever prints it and whenever.
 */
export const paperPress: PaperPress = {
  printSlip,
  async print(facts, buyer) {
    const words = PAPER_WORDS[facts.language];
    const title = `${words.title[facts.kind]} ${facts.label}`;
    const date = new Date(`${facts.issuedOn}T00:00:00Z`);
    const sheet = await Sheet.open({ title, author: facts.seller.name, language: facts.intlLocale, date });
    const setting: Setting = { sheet, facts, buyer, words, say: sayIn(facts), days: daysIn(facts.intlLocale) };
    const afterHead = writeHead(setting, title);
    const afterLines = writeLines(setting, afterHead);
    writeSums(setting, afterLines);
    writeFeet(setting);
    return sheet.close();
  },
};

function sayIn({ currency, intlLocale, kind }: Paper): Setting['say'] {
  const sign = kind === 'credit_note' ? -1 : 1;
  // A minus of its own width and height, where the locale writes a hyphen.
  return (amountMinor) => formatMoney(money(amountMinor * sign || 0, currency), intlLocale).replace('-', '−');
}

function daysIn(intlLocale: string): Setting['days'] {
  const format = new Intl.DateTimeFormat(intlLocale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (from, to = from) => format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

function writeFeet({ sheet, facts, words }: Setting): void {
  const { seller } = facts;
  const place = [seller.street, [seller.postalCode, seller.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const numbers = [
    seller.vatId && `${words.vatId} ${seller.vatId}`,
    seller.taxNumber && `${words.taxNumber} ${seller.taxNumber}`,
  ];
  const who = [seller.name, place].filter(Boolean).join(' · ');
  const reach = [...numbers, seller.email].filter(Boolean).join(' · ');
  sheet.onEachPage((page, pages, stamp) => {
    const look = { y: EDGE.bottom + 24, size: 7.5, soft: true } as const;
    stamp(`${who}\n${reach}`, { ...look, x: EDGE.left, width: 380 });
    stamp(words.page(page, pages), { ...look, x: EDGE.right - 80, width: 80, align: 'right' });
  });
}
