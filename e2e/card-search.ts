/** Where something was found, and what stood before it: digits are cut, so that a report shows no card number either. */
export type Finding = { place: string; after: string; digits: string };

// Up to 19 digits, as they stand or in groups; longer runs are no card's.
const RUN = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
/** A hash in hexadecimal: one in some thousand holds such a run by chance. It must hold a letter: digits alone stay. */
const HASH = /\b(?=\d*[a-f])[\da-f]{32,}\b/gi;
/** How numbers of the networks begin, and how long they are: an id may pass Luhn by chance, and is not both. */
const NETWORKS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/, // Visa
  /^(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d*(?<=^\d{16})$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^3(?:0[0-5]|095|[689]\d)\d*(?<=^(?:\d{14}|\d{16,19}))$/, // Diners Club
  /^(?:6|35|81)\d*(?<=^\d{16,19})$/, // Discover, Maestro, UnionPay, JCB
  /^(?:5[06-9])\d*(?<=^\d{13,19})$/, // Maestro
];

/** Luhn-valid runs of 13 to 19 digits in a text that a card network could have given out, but for ids that are known. */
export function findCardNumbers(place: string, text: string, known: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  for (const form of new Set([text, decoded(text)]))
    for (const { 0: run, index, input } of form.replaceAll(HASH, '#').matchAll(RUN)) {
      const digits = run.replace(/\D/g, '');
      if (known.has(digits) || !NETWORKS.some((network) => network.test(digits)) || !passesLuhn(digits)) continue;
      const after = input.slice(Math.max(0, index - 40), index).replace(/\d/g, '9');
      found.push({ place, after, digits: `${digits.slice(0, 4)}…${digits.slice(-2)} (${digits.length})` });
    }
  return found;
}

function decoded(text: string): string {
  return text
    .replace(/\+/g, ' ')
    .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
