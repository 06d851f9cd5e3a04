import type { FaqEntry } from '@/lib/domain/messaging/faq';

/** What people keep asking this shop; the merchant changes it at her desk. */
export const demoFaq: readonly FaqEntry[] = [
  {
    id: 'faq_delivery',
    question: { de: 'Wie lange dauert die Lieferung?', en: 'How long does delivery take?' },
    answer: {
      de: 'Innerhalb Deutschlands zwei bis drei Werktage, per Express einen; nach Österreich drei bis fünf. Für andere Länder steht es an der Kasse.',
      en: 'To the United States five to eight working days, by express two to three. For other countries the checkout says it.',
    },
  },
  {
    id: 'faq_return',
    question: { de: 'Wie lange kann ich etwas zurückgeben?', en: 'How long can I return something?' },
    answer: {
      de: '14 Tage ab dem Tag, an dem alles bei dir ist. Schreib hier „zurückgeben“, und wir kümmern uns darum.',
      en: '14 days from the day on which everything has reached you. Write "return" here and we see to it.',
    },
  },
  {
    id: 'faq_paper',
    question: { de: 'Auf welches Papier druckt ihr?', en: 'What paper do you print on?' },
    answer: {
      de: 'Drucke auf Naturpapier mit 300 g/m² oder, wenn du es wählst, auf Baumwollpapier mit 310 g/m².',
      en: 'Prints on natural paper of 300 gsm or, if you choose it, on cotton paper of 310 gsm.',
    },
  },
];
