import { z } from 'zod';
import type { Language } from '../market';
import { MAIL_WORDS } from '../words/mail';
import { type LetterPart, letterAsHtml, letterAsText } from './letter';
import type { OutgoingMail } from './outgoing-mail';

/** What the thread would have said, in the language of the order. */
export const newsFactsSchema = z.strictObject({
  text: z.string().min(1).max(2000),
  /** Where a parcel can be followed. */
  follow: z.strictObject({ label: z.string(), url: z.url({ protocol: /^https$/ }) }).optional(),
  /** Where its link leads: to the order, unless it says otherwise. */
  leadsTo: z.enum(['my_data', 'review']).optional(),
});
export type NewsFacts = z.infer<typeof newsFactsSchema>;

type NewsMailFacts = NewsFacts & {
  to: string;
  language: Language;
  shop: { name: string; email: string };
  /** "K-1001". */
  orderLabel: string;
  url: string;
};

/** A letter about what happened to an order, for whom the thread does not reach. */
export function writeNewsMail(facts: NewsMailFacts): OutgoingMail {
  const { to, language, shop, orderLabel, url, text, follow, leadsTo } = facts;
  const words = MAIL_WORDS[language];
  const subject = words.newsSubject(orderLabel, shop.name).replace(/\p{Cc}+/gu, ' ');
  const parts: LetterPart[] = [
    { is: 'title', text: words.newsTitle(orderLabel) },
    { is: 'paragraph', text },
    ...(follow ? [{ is: 'link' as const, ...follow }] : []),
    { is: 'link', label: leadsTo ? words[leadsTo] : words.order, url },
    { is: 'paragraph', text: words.questions(shop.email) },
  ];
  return { to, subject, text: letterAsText(parts), html: letterAsHtml(parts, { language, title: subject }) };
}
