import type { FunnelStep, Source } from '@/lib/domain/figures/figures';
import type { Language } from '@/lib/domain/market';

const DE = {
  title: 'Auswertung',
  lead: 'Aus den eigenen Ereignissen des Shops. Nichts davon verlässt ihn, niemand wird dafür verfolgt.',
  days: (count: number) => `${count} Tage`,
  period: 'Zeitraum',
  revenue: (currency: string) => `Umsatz nach Tagen (${currency})`,
  ordersByDay: 'Bestellungen nach Tagen',
  highest: (said: string, day: string) => `Am meisten: ${said} am ${day}`,
  nothing: 'In dieser Zeit wurde nichts bestellt.',
  table: 'Als Tabelle',
  csv: 'Als CSV',
  day: 'Tag',
  currency: 'Währung',
  orders: 'Bestellungen',
  amount: 'Umsatz',
  refunded: 'Davon zurück',
  funnel: 'Vom Chat zur Bestellung',
  funnelLead: 'Wie viele Menschen so weit kamen. Wer zweimal kam, zählt einmal.',
  step: 'Schritt',
  people: 'Menschen',
  steps: {
    thread: 'Im Chat geschrieben oder getippt',
    webview: 'Shop geöffnet',
    product: 'Produkt angesehen',
    cart: 'In den Warenkorb gelegt',
    checkout: 'Bezahlen begonnen',
    paid: 'Bezahlt',
  } satisfies Record<FunnelStep, string>,
  sources: 'Woher sie kamen',
  source: 'Quelle',
  sourceNames: {
    ads: 'Anzeigen',
    shares: 'Von anderen geteilt',
    links: 'Deine Links und Codes',
    none: 'Von selbst',
  } satisfies Record<Source, string>,
  products: 'Was sich verkauft',
  product: 'Produkt',
  pieces: 'Stück',
  returns: 'Was zurückging',
  reason: 'Grund',
  refunds: 'Erstattungen',
  reasons: {
    returned: 'zurückgeschickt',
    damaged: 'beschädigt',
    missing: 'fehlte',
    goodwill: 'Kulanz',
    cancelled: 'storniert',
    at_provider: 'beim Zahlungsdienst',
  },
  withdrawals: (count: number) => (count === 1 ? '1 Widerruf erklärt.' : `${count} Widerrufe erklärt.`),
  noReturns: 'Nichts.',
  answers: 'Wie schnell ihr antwortet',
  median: 'Übliche Wartezeit auf einen Menschen',
  noWaits: 'Niemand hat auf einen Menschen gewartet.',
  answered: (count: number) => (count === 1 ? '1 beantwortet' : `${count} beantwortet`),
  waiting: (count: number) => (count === 1 ? '1 wartet noch' : `${count} warten noch`),
};

const EN: typeof DE = {
  title: 'Figures',
  lead: 'From the shop’s own events. None of it leaves the shop, nobody is followed around for it.',
  days: (count) => `${count} days`,
  period: 'Period',
  revenue: (currency) => `Revenue by day (${currency})`,
  ordersByDay: 'Orders by day',
  highest: (said, day) => `Most: ${said} on ${day}`,
  nothing: 'Nothing was ordered in this time.',
  table: 'As a table',
  csv: 'As CSV',
  day: 'Day',
  currency: 'Currency',
  orders: 'Orders',
  amount: 'Revenue',
  refunded: 'Of it given back',
  funnel: 'From the chat to the order',
  funnelLead: 'How many people came so far. Who came twice counts once.',
  step: 'Step',
  people: 'People',
  steps: {
    thread: 'Wrote or tapped in the chat',
    webview: 'Opened the shop',
    product: 'Looked at a product',
    cart: 'Put something into the cart',
    checkout: 'Began to pay',
    paid: 'Paid',
  },
  sources: 'Where they came from',
  source: 'Source',
  sourceNames: { ads: 'Ads', shares: 'Shared by others', links: 'Your links and codes', none: 'By themselves' },
  products: 'What sells',
  product: 'Product',
  pieces: 'Pieces',
  returns: 'What went back',
  reason: 'Reason',
  refunds: 'Refunds',
  reasons: {
    returned: 'sent back',
    damaged: 'damaged',
    missing: 'was missing',
    goodwill: 'goodwill',
    cancelled: 'cancelled',
    at_provider: 'at the provider',
  },
  withdrawals: (count) => (count === 1 ? '1 withdrawal declared.' : `${count} withdrawals declared.`),
  noReturns: 'Nothing.',
  answers: 'How fast you answer',
  median: 'Usual wait for a person',
  noWaits: 'Nobody waited for a person.',
  answered: (count) => (count === 1 ? '1 answered' : `${count} answered`),
  waiting: (count) => (count === 1 ? '1 still waits' : `${count} still wait`),
};

export type FigureWords = typeof DE;

export function figureWordsIn(language: Language): FigureWords {
  return language === 'de' ? DE : EN;
}

/** Why money went back, in words; a reason of a newer version keeps its own name. */
export function reasonName(reason: string, language: Language): string {
  const names: Record<string, string> = figureWordsIn(language).reasons;
  return names[reason] ?? reason;
}
