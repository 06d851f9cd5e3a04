import { z } from 'zod';
import { type LetterPart, letterAsHtml, letterAsText } from '../mail/letter';
import type { OutgoingMail } from '../mail/outgoing-mail';
import type { Market } from '../market';
import { withdrawalWords } from '../words/withdrawal';
import type { Declaration } from './declaration';

/** What a queued receipt says of itself: which declaration it is of. */
export const withdrawalFactsSchema = z.strictObject({ withdrawalId: z.string() });

type ReceiptFacts = {
  declaration: Declaration;
  declaredAt: Date;
  market: Market;
  shop: { name: string; email: string };
};

/** The receipt of a withdrawal on a durable medium (§ 356a Abs. 4 BGB): its content, and the date and time it came in. */
export function writeWithdrawalReceipt({ declaration, declaredAt, market, shop }: ReceiptFacts): OutgoingMail {
  const words = withdrawalWords[market.language];
  const subject = words.mail.subject(shop.name).replace(/\p{Cc}+/gu, ' ');
  const parts: LetterPart[] = [
    { is: 'title', text: words.received.title },
    { is: 'heading', text: words.received.print },
    { is: 'paragraph', text: words.statement },
    {
      is: 'rows',
      rows: [
        { name: words.name, amount: declaration.name },
        { name: words.number, amount: declaration.number },
        { name: words.email, amount: declaration.email },
        { name: words.received.at, amount: momentText(declaredAt, market), strong: true },
      ],
    },
    { is: 'paragraph', text: words.received.next },
    { is: 'paragraph', text: words.mail.questions(shop.email) },
  ];
  const page = { language: market.language, title: subject };
  return { to: declaration.email, subject, text: letterAsText(parts), html: letterAsHtml(parts, page) };
}

/** "23. November 2026 um 14:05:09 MEZ": to the second, with its time zone. */
export function momentText(moment: Date, { intlLocale }: Pick<Market, 'intlLocale'>): string {
  return new Intl.DateTimeFormat(intlLocale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'Europe/Berlin',
  }).format(moment);
}
