import type { Language } from '../market';
import type { SetUpStep } from '../set-up';

/** `open`: what is missing where nothing more exact is known. `link`: where it is mended; empty where only the configuration says it. */
export type StepWords = { title: string; open: string; remedy: string; link: string };

const DE: Record<SetUpStep, StepWords> = {
  shop: {
    title: 'Der Shop hat einen Namen',
    open: 'Der Shop heißt noch wie die Software.',
    remedy: 'Gib ihm Namen, Zeile darunter und Kontaktadresse.',
    link: 'Marke',
  },
  seller: {
    title: 'Wer verkauft',
    open: 'Auf Rechnungen stünde niemand.',
    remedy: 'Trage Name, Anschrift und Steuernummer ein.',
    link: 'Angaben zum Verkäufer',
  },
  legal: {
    title: 'Rechtliche Texte',
    open: 'Es fehlen Texte, die das Gesetz verlangt.',
    remedy: 'Schreib sie; jeder hat eine Stichwortliste.',
    link: 'Rechtstexte',
  },
  shipping: {
    title: 'Versand',
    open: 'In kein Land wird geliefert.',
    remedy: 'Lege wenigstens eine Versandart fest.',
    link: 'Versand',
  },
  product: {
    title: 'Das erste Produkt',
    open: 'Es gibt noch nichts zu kaufen.',
    remedy: 'Lege ein Produkt mit Preis und Bestand an und stell es auf „im Verkauf“.',
    link: 'Produkt anlegen',
  },
  page: {
    title: 'Facebook-Seite verbunden',
    open: 'Noch nicht nachgesehen.',
    remedy: 'Lass die Prüfung laufen.',
    link: 'Messenger einrichten',
  },
  allow_list: {
    title: 'Domain bei der Seite eingetragen',
    open: 'Noch nicht nachgesehen.',
    remedy: 'Erst muss die Seite verbunden sein.',
    link: 'Messenger einrichten',
  },
  webhook: {
    title: 'Webhook antwortet',
    open: 'Noch nicht nachgesehen.',
    remedy: 'Erst muss die Seite verbunden sein.',
    link: 'Messenger einrichten',
  },
  domain: {
    title: 'Adresse des Shops',
    open: 'Noch nicht nachgesehen.',
    remedy: 'Lass die Prüfung laufen.',
    link: 'Zum Shop',
  },
  payments: {
    title: 'Kartenzahlung',
    open: 'Noch nicht nachgesehen.',
    remedy: 'Lass die Prüfung laufen.',
    link: 'Zahlungen',
  },
  paypal: { title: 'PayPal', open: 'PayPal wird nicht angeboten.', remedy: '', link: 'Zahlungen' },
  mail: { title: 'E-Mail', open: 'Noch nicht nachgesehen.', remedy: 'Lass die Prüfung laufen.', link: '' },
  purchase: {
    title: 'Probekauf',
    open: 'Noch hat niemand etwas gekauft.',
    remedy: 'Kauf selbst etwas: mit Testschlüsseln und einer Testkarte kostet es nichts.',
    link: 'Zum Shop',
  },
};

const EN: Record<SetUpStep, StepWords> = {
  shop: {
    title: 'The shop has a name',
    open: 'The shop still bears the software’s name.',
    remedy: 'Give it a name, a line below it and a contact address.',
    link: 'Brand',
  },
  seller: {
    title: 'Who sells',
    open: 'Invoices would name nobody.',
    remedy: 'Fill in name, address and tax number.',
    link: 'Seller',
  },
  legal: {
    title: 'Legal texts',
    open: 'Texts that the law demands are missing.',
    remedy: 'Write them; each comes with a list of what belongs in it.',
    link: 'Legal texts',
  },
  shipping: {
    title: 'Shipping',
    open: 'Nothing is delivered anywhere.',
    remedy: 'Set at least one way of sending.',
    link: 'Shipping',
  },
  product: {
    title: 'The first product',
    open: 'There is nothing to buy yet.',
    remedy: 'Make a product with a price and stock, and put it on sale.',
    link: 'Make a product',
  },
  page: {
    title: 'Facebook Page connected',
    open: 'Nobody has looked yet.',
    remedy: 'Run the check.',
    link: 'Set Messenger up',
  },
  allow_list: {
    title: 'Domain listed with the Page',
    open: 'Nobody has looked yet.',
    remedy: 'The Page has to be connected first.',
    link: 'Set Messenger up',
  },
  webhook: {
    title: 'Webhook answers',
    open: 'Nobody has looked yet.',
    remedy: 'The Page has to be connected first.',
    link: 'Set Messenger up',
  },
  domain: {
    title: 'The shop’s address',
    open: 'Nobody has looked yet.',
    remedy: 'Run the check.',
    link: 'To the shop',
  },
  payments: { title: 'Card payments', open: 'Nobody has looked yet.', remedy: 'Run the check.', link: 'Payments' },
  paypal: { title: 'PayPal', open: 'PayPal is not offered.', remedy: '', link: 'Payments' },
  mail: { title: 'E-mail', open: 'Nobody has looked yet.', remedy: 'Run the check.', link: '' },
  purchase: {
    title: 'Test purchase',
    open: 'Nobody has bought anything yet.',
    remedy: 'Buy something yourself: with test keys and a test card it costs nothing.',
    link: 'To the shop',
  },
};

export function setUpStepWords(step: SetUpStep, language: Language): StepWords {
  return language === 'de' ? DE[step] : EN[step];
}
