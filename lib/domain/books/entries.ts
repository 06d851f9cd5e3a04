import type { CurrencyCode } from '../money';
import type { Paper } from '../papers/invoice';
import { ACCOUNTS, TAX_KEYS } from './accounts';

/** One line of the books. `amountMinor` is never negative: `side` says whether `account` is debited or credited. */
export type BookEntry = {
  day: string;
  amountMinor: number;
  currency: CurrencyCode;
  side: 'debit' | 'credit';
  account: string;
  contraAccount: string;
  taxKey: string;
  /** Of the paper, or of the order where money moved. */
  document: string;
  order: string;
  text: string;
};

/**
 * A paper in the books: what she owes for it, by rate of VAT. The entries of an invoice sum to its total, those of its
 * corrections take away from them on the same accounts.
 */
export function paperEntries(paper: Paper): BookEntry[] {
  type Row = Pick<BookEntry, 'amountMinor' | 'contraAccount' | 'taxKey' | 'text'>;
  const rows = paper.taxes.map(
    ({ ratePerMille, grossMinor }): Row => ({
      amountMinor: grossMinor,
      contraAccount: ACCOUNTS.sales,
      taxKey: TAX_KEYS[ratePerMille] ?? '',
      text: `${ratePerMille / 10} %`.replace('.', ','),
    }),
  );
  const taxed = rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const untaxed = paper.totalMinor - paper.taxAddedMinor - taxed;
  const free = paper.note === 'small_business' ? ACCOUNTS.smallBusiness : ACCOUNTS.export;
  if (untaxed !== 0) rows.push({ amountMinor: untaxed, contraAccount: free, taxKey: '', text: '0 %' });
  if (paper.taxAddedMinor !== 0)
    rows.push({ amountMinor: paper.taxAddedMinor, contraAccount: ACCOUNTS.taxElsewhere, taxKey: '', text: 'Tax' });
  const sign = paper.kind === 'invoice' ? 1 : -1;
  const name = paper.kind === 'invoice' ? 'Rechnung' : 'Rechnungskorrektur';
  return rows.map(({ text, amountMinor, ...row }) => ({
    ...row,
    ...sideOf(amountMinor * sign),
    account: ACCOUNTS.debtors,
    day: paper.issuedOn,
    currency: paper.currency,
    document: paper.label,
    order: paper.orderLabel,
    text: `${name} ${paper.label} ${text}`,
  }));
}

/** A happening of money as the ledger keeps it, beside the provider's own side of it. */
export type Movement = {
  day: string;
  account: 'order' | 'refund' | 'dispute' | 'fee';
  /** As the ledger says: what the provider holds changes by its opposite. */
  amountMinor: number;
  currency: CurrencyCode;
  orderLabel: string;
};

const MOVEMENTS = {
  order: { contraAccount: ACCOUNTS.debtors, text: 'Zahlung' },
  refund: { contraAccount: ACCOUNTS.debtors, text: 'Erstattung' },
  dispute: { contraAccount: ACCOUNTS.debtors, text: 'Rückbuchung' },
  fee: { contraAccount: ACCOUNTS.fees, text: 'Gebühr' },
} as const;

/** What a movement of money is in the books: what the provider holds against what is owed or spent. */
export function movementEntry({ account, amountMinor, orderLabel, ...rest }: Movement): BookEntry {
  const { text, contraAccount } = MOVEMENTS[account];
  return {
    ...rest,
    ...sideOf(-amountMinor),
    account: ACCOUNTS.providers,
    contraAccount,
    taxKey: '',
    document: orderLabel,
    order: orderLabel,
    text: `${text} ${orderLabel}`,
  };
}

function sideOf(amountMinor: number): Pick<BookEntry, 'amountMinor' | 'side'> {
  return { amountMinor: Math.abs(amountMinor), side: amountMinor < 0 ? 'credit' : 'debit' };
}

/** What an account stands at after these entries, debit less credit, in minor units; of one currency. */
export function balanceOf(entries: readonly BookEntry[], account: string): number {
  return entries.reduce((sum, entry) => {
    const amount = entry.side === 'debit' ? entry.amountMinor : -entry.amountMinor;
    return sum + (entry.account === account ? amount : 0) - (entry.contraAccount === account ? amount : 0);
  }, 0);
}
