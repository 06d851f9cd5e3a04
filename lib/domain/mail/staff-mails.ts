import { z } from 'zod';
import type { Language } from '../market';
import { RESET_MAIL, STAFF_NOTICE } from '../words/staff';
import { type LetterPart, letterAsHtml, letterAsText } from './letter';
import type { OutgoingMail } from './outgoing-mail';

const languageOfMail = z.enum(['de', 'en']);

/** What the queued mail knows of a link to a new password: its token is sealed, since whoever reads it may enter. */
export const resetFactsSchema = z.strictObject({ sealedToken: z.string(), language: languageOfMail });

/** What the staff is told of an order: nothing of who bought it. */
export const noticeFactsSchema = z.strictObject({
  orderId: z.string(),
  orderLabel: z.string(),
  total: z.string(),
  pieces: z.int(),
  language: languageOfMail,
});

type Letter = { to: string; language: Language; shop: { name: string } };

/** A mail with the way back in for who forgot her password. */
export function writeResetMail({ to, language, shop, url }: Letter & { url: string }): OutgoingMail {
  const words = RESET_MAIL[language];
  return written(to, language, words.subject(shop.name), [
    { is: 'title', text: words.title },
    { is: 'paragraph', text: words.text },
    { is: 'link', label: words.link, url },
    { is: 'paragraph', text: words.unknown },
  ]);
}

type Notice = Letter & { orderLabel: string; total: string; pieces: number; url: string };

/** A mail that tells somebody of the shop that something was bought. */
export function writeStaffNotice({ to, language, shop, orderLabel, total, pieces, url }: Notice): OutgoingMail {
  const words = STAFF_NOTICE[language];
  return written(to, language, words.subject(orderLabel, total, shop.name), [
    { is: 'title', text: words.title(orderLabel) },
    { is: 'paragraph', text: words.text(pieces, total) },
    { is: 'link', label: words.link, url },
    { is: 'paragraph', text: words.why },
  ]);
}

function written(to: string, language: Language, said: string, parts: LetterPart[]): OutgoingMail {
  const subject = said.replace(/\p{Cc}+/gu, ' ');
  return { to, subject, text: letterAsText(parts), html: letterAsHtml(parts, { language, title: subject }) };
}
