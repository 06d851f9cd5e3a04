/** The shape of a card as it is typed; whether a bank takes it, only the API knows. */
export type CardInput = { number: string; expiry: string; code: string };

export type FieldProblem = { field: keyof CardInput; code: string; message: string };

const brands: { name: string; label: string; starts: RegExp; lengths: number[]; codeDigits: number }[] = [
  { name: 'visa', label: 'Visa', starts: /^4/, lengths: [16], codeDigits: 3 },
  { name: 'mastercard', label: 'Mastercard', starts: /^(5[1-5]|2[2-7])/, lengths: [16], codeDigits: 3 },
  { name: 'amex', label: 'American Express', starts: /^3[47]/, lengths: [15], codeDigits: 4 },
  { name: 'discover', label: 'Discover', starts: /^(6011|65)/, lengths: [16], codeDigits: 3 },
  { name: 'diners', label: 'Diners Club', starts: /^3[068]/, lengths: [14, 16], codeDigits: 3 },
  { name: 'jcb', label: 'JCB', starts: /^35/, lengths: [16], codeDigits: 3 },
  { name: 'unionpay', label: 'UnionPay', starts: /^62/, lengths: [16, 19], codeDigits: 3 },
];

const unknownBrand = { name: 'unknown', label: '', starts: /^/, lengths: [16], codeDigits: 3 };

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

export function brandFor(number: string) {
  return brands.find((brand) => brand.starts.test(digitsOf(number))) ?? unknownBrand;
}

/** `4242 4242 4242 4242`, and for American Express `3782 822463 10005`. */
export function groupNumber(text: string): string {
  const brand = brandFor(text);
  const digits = digitsOf(text).slice(0, Math.max(...brand.lengths));
  const groups = brand.name === 'amex' ? /^(\d{0,4})(\d{0,6})(\d{0,5})$/ : /^(\d{0,4})(\d{0,4})(\d{0,4})(\d{0,7})$/;
  return (groups.exec(digits)?.slice(1) ?? [digits]).filter(Boolean).join(' ');
}

/** `12 / 34` from whatever was typed. */
export function groupExpiry(text: string): string {
  let digits = digitsOf(text);
  if (/^[2-9]/.test(digits)) digits = `0${digits}`;
  // A browser's autofill may write the year with four digits.
  if (digits.length === 6 && digits.slice(2, 4) === '20') digits = digits.slice(0, 2) + digits.slice(4);
  const month = digits.slice(0, 2);
  const year = digits.slice(2, 4);
  return digits.length > 2 ? `${month} / ${year}` : month;
}

function luhn(number: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...number].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function numberProblem(text: string): FieldProblem | null {
  const digits = digitsOf(text);
  const field = 'number';
  if (!brandFor(digits).lengths.includes(digits.length)) {
    return { field, code: 'incomplete_number', message: 'Your card number is incomplete.' };
  }
  return luhn(digits) ? null : { field, code: 'invalid_number', message: 'Your card number is invalid.' };
}

export function readExpiry(text: string): { month: number; year: number } | null {
  const digits = digitsOf(text);
  return digits.length === 4 ? { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2)) } : null;
}

function expiryProblem(text: string, now: Date): FieldProblem | null {
  const field = 'expiry';
  const date = readExpiry(text);
  if (!date || date.month < 1 || date.month > 12) {
    return { field, code: 'incomplete_expiry', message: "Your card's expiration date is incomplete." };
  }
  const past = date.year * 12 + date.month < now.getFullYear() * 12 + now.getMonth() + 1;
  const message = "Your card's expiration year is in the past.";
  return past ? { field, code: 'invalid_expiry_year_past', message } : null;
}

function codeProblem(text: string, number: string): FieldProblem | null {
  const complete = digitsOf(text).length === brandFor(number).codeDigits;
  const message = "Your card's security code is incomplete.";
  return complete ? null : { field: 'code', code: 'incomplete_cvc', message };
}

/** All that keeps this card from being sent, in the order of the fields. */
export function problemsOf(input: CardInput, now: Date): FieldProblem[] {
  const problems = [
    numberProblem(input.number),
    expiryProblem(input.expiry, now),
    codeProblem(input.code, input.number),
  ];
  return problems.filter((problem) => problem !== null);
}
