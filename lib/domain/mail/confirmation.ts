import type { Address } from '../cart/address';
import type { Quote } from '../cart/quote';
import { type Market, textIn } from '../market';
import { formatMoney } from '../money';
import { arrivalWindow } from '../orders/arrival';
import { cartWords } from '../words/cart';
import { MAIL_WORDS, type MailWords } from '../words/mail';
import { countryName } from '../words/places';
import { type LetterPart, letterAsHtml, letterAsText } from './letter';
import type { AgreedTexts, OutgoingMail } from './outgoing-mail';

export type ConfirmationFacts = {
  to: string;
  market: Market;
  shop: { name: string; email: string };
  /** "K-1001". */
  orderLabel: string;
  orderUrl: string;
  placedAt: Date;
  quote: Quote;
  address: Address | null;
  /** "Visa 4242", as people write it. */
  paymentMethod: string;
  agreed: AgreedTexts;
};

/**
 * The confirmation of a contract on a durable medium (§ 312f BGB): what was bought and for how much, where it goes, how
 * it was paid, and the terms and withdrawal notice that were agreed, in the language of the market it was bought in.
 */
export function writeConfirmation(facts: ConfirmationFacts): OutgoingMail {
  const words = MAIL_WORDS[facts.market.language];
  // A header is one line, whatever the shop is called.
  const subject = words.subject(facts.orderLabel, facts.shop.name).replace(/\p{Cc}+/gu, ' ');
  const parts: LetterPart[] = [
    { is: 'title', text: words.thanks },
    {
      is: 'paragraph',
      text: words.concluded(facts.orderLabel, facts.shop.name, dayText(facts.placedAt, facts.market)),
    },
    { is: 'heading', text: words.goods },
    { is: 'rows', rows: amountRows(facts, words) },
    ...deliveryParts(facts, words),
    { is: 'heading', text: words.payment },
    { is: 'paragraph', text: facts.paymentMethod },
    { is: 'link', label: words.order, url: facts.orderUrl },
    { is: 'paragraph', text: words.questions(facts.shop.email) },
    ...legalParts(words.withdrawal, facts.agreed.withdrawal),
    ...legalParts(words.terms, facts.agreed.terms),
    ...legalParts(words.impressum, facts.agreed.impressum),
  ];
  const page = { language: facts.market.language, title: subject };
  return { to: facts.to, subject, text: letterAsText(parts), html: letterAsHtml(parts, page) };
}

function amountRows({ quote, market }: ConfirmationFacts, words: MailWords) {
  const say = (amountMinor: number) => formatMoney({ amountMinor, currency: quote.currency }, market.intlLocale);
  const { chosen } = quote.shipping;
  const rows = quote.lines.map((line) => {
    const title = [textIn(line.title, market.language), textIn(line.variantTitle, market.language)];
    const name = words.line(line.quantity, title.filter(Boolean).join(', '), say(line.unitMinor));
    return { name, amount: say(line.totalMinor) };
  });
  return [
    ...rows,
    { name: words.shipping(textIn(chosen.title, market.language)), amount: say(chosen.priceMinor) },
    ...quote.discounts.map(({ title, code, amountMinor }) => ({
      name: cartWords[market.language].discount(textIn(title, market.language), code),
      amount: amountMinor === 0 ? cartWords[market.language].shippingFree : say(-amountMinor),
    })),
    ...(quote.taxAddedMinor > 0 ? [{ name: words.taxAdded, amount: say(quote.taxAddedMinor) }] : []),
    { name: words.total, amount: say(quote.total.amountMinor), strong: true },
    ...(quote.taxContainedMinor > 0 ? [{ name: words.taxContained, amount: say(quote.taxContainedMinor) }] : []),
  ];
}

function deliveryParts({ address, market, placedAt, quote }: ConfirmationFacts, words: MailWords): LetterPart[] {
  if (!address)
    return [
      { is: 'heading', text: words.address },
      { is: 'paragraph', text: words.incomplete },
    ];
  const { name, street1, street2, postalCode, city, region, country } = address;
  const town = country === 'US' ? `${city}, ${region} ${postalCode}` : `${postalCode} ${city}`;
  const lines = [name, street1, street2, town, countryName(country, market)].filter(Boolean);
  const { from, to } = arrivalWindow(placedAt, quote.shipping.chosen.days);
  return [
    { is: 'heading', text: words.address },
    { is: 'paragraph', text: lines.join('\n') },
    { is: 'paragraph', text: words.arrives(dayText(from, market), dayText(to, market)) },
  ];
}

// A merchant's plain text: blank lines part paragraphs, "## " makes a heading.
function legalParts(title: string, text: string): LetterPart[] {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (paragraphs.length === 0) return [];
  return [
    { is: 'title', text: title },
    ...paragraphs.map(
      (part): LetterPart =>
        part.startsWith('## ') ? { is: 'heading', text: part.slice(3) } : { is: 'paragraph', text: part },
    ),
  ];
}

function dayText(date: Date, market: Market): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(market.intlLocale, { ...options, timeZone: 'Europe/Berlin' }).format(date);
}
