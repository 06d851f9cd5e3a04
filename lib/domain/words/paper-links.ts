import type { PageLanguage } from '../page-language';
import type { PaperKind } from '../papers/invoice';

const de = {
  title: 'Rechnung',
  open: (title: string, label: string) => `${title} ${label} (PDF)`,
  send: 'Per E-Mail schicken',
  sent: 'Ist unterwegs: Sieh gleich in dein Postfach.',
  kind: { invoice: 'Rechnung', credit_note: 'Rechnungskorrektur' } satisfies Record<PaperKind, string>,
};

type PaperLinkWords = typeof de;

const en: PaperLinkWords = {
  title: 'Invoice',
  open: (title, label) => `${title} ${label} (PDF)`,
  send: 'Send it to me by e-mail',
  sent: 'It is on its way: look into your mailbox in a moment.',
  kind: { invoice: 'Invoice', credit_note: 'Credit note' },
};

const ar: PaperLinkWords = {
  title: 'الفاتورة',
  open: (title, label) => `${title} ${label} (PDF)`,
  send: 'أرسلوها إليّ بالبريد الإلكتروني',
  sent: 'في الطريق إليك: ألقِ نظرة على بريدك بعد لحظات.',
  kind: { invoice: 'فاتورة', credit_note: 'إشعار تصحيح الفاتورة' },
};

/** How an order's page offers its papers; the papers themselves speak a language that the merchant writes. */
export const paperLinkWords: Record<PageLanguage, PaperLinkWords> = { de, en, ar };
