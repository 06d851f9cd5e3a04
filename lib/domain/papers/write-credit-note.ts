import { shareByWeight } from '../discounts/share';
import { dayOf, type Paper, type PaperFacts, type PaperLine, type TaxRow } from './invoice';

/** What of an invoice goes back. Without `lines` it is an amount alone; `title` says then what for. */
export type Credited = {
  amountMinor: number;
  lines: { variantId: string; quantity: number; amountMinor: number }[];
  shippingMinor: number;
  title: string;
};

type CreditNoteInput = {
  issuedAt: Date;
  invoice: Paper;
  /** The corrections that this invoice has already, in any order. */
  earlier: readonly PaperFacts[];
  credited: Credited;
};

/**
 * The correction of an invoice by what went back. VAT goes back in the proportion in which it stands, taken from what
 * earlier corrections left: all corrections of a wholly refunded order sum to its invoice, to the cent.
 * Throws when more would go back than is left.
 */
export function writeCreditNote({ issuedAt, invoice, earlier, credited }: CreditNoteInput): PaperFacts {
  const leftMinor = invoice.totalMinor - earlier.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  if (credited.amountMinor <= 0 || credited.amountMinor > leftMinor)
    throw new Error(`${invoice.label} cannot be corrected by more than is left of it`);
  const lines = creditedLines(invoice, credited);
  const { label, orderLabel: _orderLabel, ...sold } = invoice;
  return {
    ...sold,
    kind: 'credit_note',
    issuedOn: dayOf(issuedAt),
    supply: null,
    lines,
    shipping:
      credited.shippingMinor > 0 ? { title: invoice.shipping?.title ?? '', amountMinor: credited.shippingMinor } : null,
    discountMinor: 0,
    taxAddedMinor: 0,
    totalMinor: credited.amountMinor,
    taxes: creditedTaxes(invoice, earlier, credited.amountMinor, lines),
    corrects: { label, issuedOn: invoice.issuedOn },
  };
}

// Lines by name; what they and shipping do not explain (a discount, a goodwill amount) is a line of its own.
function creditedLines(invoice: PaperFacts, credited: Credited): PaperLine[] {
  const named = credited.lines.map(({ variantId, quantity, amountMinor }): PaperLine => {
    const sold = invoice.lines.find((line) => line.variantId === variantId);
    return {
      variantId,
      title: sold?.title ?? credited.title,
      detail: sold?.detail ?? '',
      quantity,
      unitMinor: amountMinor === quantity * (sold?.unitMinor ?? -1) ? (sold?.unitMinor ?? null) : null,
      totalMinor: amountMinor,
      ratePerMille: sold?.ratePerMille ?? null,
    };
  });
  const restMinor =
    credited.amountMinor - credited.shippingMinor - named.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  if (restMinor === 0) return named;
  const rest = { title: credited.title, detail: '', quantity: null, unitMinor: null, ratePerMille: null };
  return [...named, { ...rest, variantId: null, totalMinor: restMinor }];
}

function creditedTaxes(
  invoice: PaperFacts,
  earlier: readonly PaperFacts[],
  amountMinor: number,
  lines: readonly PaperLine[],
): TaxRow[] {
  const left = invoice.taxes.map((row) => {
    const gone = earlier.flatMap(({ taxes }) => taxes.filter(({ ratePerMille }) => ratePerMille === row.ratePerMille));
    return {
      ratePerMille: row.ratePerMille,
      grossMinor: row.grossMinor - gone.reduce((sum, { grossMinor }) => sum + grossMinor, 0),
      taxMinor: row.taxMinor - gone.reduce((sum, { taxMinor }) => sum + taxMinor, 0),
    };
  });
  const grosses = divided(left, amountMinor, lines);
  return left
    .map((row, index): TaxRow => {
      const grossMinor = grosses[index] ?? 0;
      const back = { key: 'back', weight: grossMinor };
      const stays = { key: 'stays', weight: row.grossMinor - grossMinor };
      const [taxMinor = 0] = shareByWeight(row.taxMinor, [back, stays]);
      return { ratePerMille: row.ratePerMille, netMinor: grossMinor - taxMinor, taxMinor, grossMinor };
    })
    .filter(({ grossMinor }) => grossMinor !== 0);
}

// First what lines say of their rate, as far as that much is left there; the rest by what is left of each rate.
function divided(
  left: readonly { ratePerMille: number; grossMinor: number }[],
  amountMinor: number,
  lines: readonly PaperLine[],
): number[] {
  let freeMinor = amountMinor;
  const byLines = left.map(({ ratePerMille, grossMinor }) => {
    const wanted = lines
      .filter((line) => line.variantId !== null && line.ratePerMille === ratePerMille)
      .reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    const taken = Math.max(0, Math.min(wanted, grossMinor, freeMinor));
    freeMinor -= taken;
    return taken;
  });
  const rests = shareByWeight(
    freeMinor,
    left.map(({ ratePerMille, grossMinor }, index) => ({
      key: String(ratePerMille),
      weight: grossMinor - (byLines[index] ?? 0),
    })),
  );
  return byLines.map((taken, index) => taken + (rests[index] ?? 0));
}
