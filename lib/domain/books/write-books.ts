import { type CsvCell, csvFile } from '../csv';
import { money, toDecimalText } from '../money';
import type { BookEntry } from './entries';

/** As DATEV names the columns of a stack of bookings. Source: DATEV developer portal, Buchungsstapel. */
const HEADS = [
  'Umsatz (ohne Soll/Haben-Kz)',
  'Soll/Haben-Kennzeichen',
  'WKZ Umsatz',
  'Konto',
  'Gegenkonto (ohne BU-Schlüssel)',
  'BU-Schlüssel',
  'Belegdatum',
  'Belegfeld 1',
  'Belegfeld 2',
  'Buchungstext',
];

/** Entries of the books as a file that an accountant reads in: semicolons, decimal commas, days as 22.11.2026. */
export function writeBooks(entries: readonly BookEntry[]): string {
  return csvFile(HEADS, entries.map(rowOf), ';');
}

function rowOf(entry: BookEntry): CsvCell[] {
  return [
    { figure: toDecimalText(money(entry.amountMinor, entry.currency)).replace('.', ',') },
    entry.side === 'debit' ? 'S' : 'H',
    entry.currency,
    { figure: entry.account },
    { figure: entry.contraAccount },
    { figure: entry.taxKey },
    { figure: entry.day.split('-').reverse().join('.') },
    entry.document,
    entry.order,
    // As long as DATEV takes it.
    entry.text.slice(0, 60),
  ];
}
