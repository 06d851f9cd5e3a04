import type { Language } from '../market';
import { PAPER_WORDS } from '../words/papers';
import { type LetterPart, letterAsHtml, letterAsText } from './letter';
import type { MailAttachment, OutgoingMail } from './outgoing-mail';

export type PapersMailFacts = {
  to: string;
  language: Language;
  shop: { name: string; email: string };
  /** "K-1001". */
  orderLabel: string;
  orderUrl: string;
  attachments: MailAttachment[];
};

/** A mail that brings the papers of an order, because she asked for it. */
export function writePapersMail({
  to,
  language,
  shop,
  orderLabel,
  orderUrl,
  attachments,
}: PapersMailFacts): OutgoingMail {
  const words = PAPER_WORDS[language].mail;
  const subject = words.subject(orderLabel, shop.name).replace(/\p{Cc}+/gu, ' ');
  const parts: LetterPart[] = [
    { is: 'title', text: words.title(orderLabel) },
    { is: 'paragraph', text: words.text },
    { is: 'link', label: words.order, url: orderUrl },
    { is: 'paragraph', text: words.questions(shop.email) },
  ];
  return {
    to,
    subject,
    text: letterAsText(parts),
    html: letterAsHtml(parts, { language, title: subject }),
    attachments,
  };
}
