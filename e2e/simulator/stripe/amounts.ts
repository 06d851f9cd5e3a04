import { badParameter } from './errors';

const zeroDecimal = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '));
const wholeUnitsInHundredths = new Set(['isk', 'ugx']);
const twoDecimal = new Set(
  (
    'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc ' +
    'cve czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr isk jmd kes kgs ' +
    'khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen ' +
    'pgk php pkr pln qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah ' +
    'ugx usd uyu uzs wst xcd yer zar zmw'
  ).split(' '),
);

const minima: Record<string, number> = {
  ...Object.fromEntries('usd aud brl cad chf eur inr nzd sgd'.split(' ').map((code) => [code, 50])),
  ...Object.fromEntries('ars cop idr ils krw php rub zar'.split(' ').map((code) => [code, 50])),
  gbp: 30,
  jpy: 50,
  ...Object.fromEntries('aed myr pln ron'.split(' ').map((code) => [code, 200])),
  dkk: 250,
  nok: 300,
  sek: 300,
  hkd: 400,
  mxn: 1000,
  thb: 1000,
  czk: 1500,
  huf: 17500,
};

function decimalsOf(currency: string): number {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
}

/** `1999 eur` as Stripe writes it in messages: `€19.99 eur` without the sign. */
export function readableAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency}`;
}

export function checkCurrency(currency: string): void {
  if (zeroDecimal.has(currency) || threeDecimal.has(currency) || twoDecimal.has(currency)) return;
  throw badParameter(
    `Invalid currency: ${currency}. Stripe takes three-letter ISO codes in lowercase that it supports.`,
    'currency',
  );
}

/** What may be charged: a whole number of minor units, not below the minimum, with the zeros that Stripe wants. */
export function checkAmount(amount: number, currency: string, param = 'amount'): void {
  if (amount < 1) {
    throw badParameter('This value must be greater than or equal to 1.', param, 'parameter_invalid_integer');
  }
  if (amount > 99_999_999) {
    throw badParameter(
      `Amount must be no more than ${readableAmount(99_999_999, currency)}`,
      param,
      'amount_too_large',
    );
  }
  const least = minima[currency];
  if (least !== undefined && amount < least) {
    throw badParameter(
      `Amount must be at least ${readableAmount(least, currency)}. Read more: https://docs.stripe.com/error-codes#amount-too-small`,
      param,
      'amount_too_small',
    );
  }
  if (wholeUnitsInHundredths.has(currency) && amount % 100 !== 0) {
    throw badParameter(`Invalid ${param}: amounts in ${currency} must end in 00.`, param, 'invalid_charge_amount');
  }
  if (threeDecimal.has(currency) && amount % 10 !== 0) {
    throw badParameter(`Invalid ${param}: amounts in ${currency} must end in 0.`, param, 'invalid_charge_amount');
  }
}
