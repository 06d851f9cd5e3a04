import type { AuditAction } from '@/lib/domain/audit/entry';
import type { Language } from '@/lib/domain/market';

const DE = {
  title: 'Protokoll',
  lead: 'Wer wann was geändert hat. Niemand kann hier etwas ändern oder löschen.',
  when: 'Wann',
  who: 'Wer',
  what: 'Was',
  change: 'Vorher und nachher',
  before: 'Vorher',
  after: 'Nachher',
  gone: 'nicht mehr im Team',
  none: 'Noch ist nichts geschehen, was hier stehen müsste.',
  older: 'Ältere',
  all: 'Alles zeigen',
  exportAll: 'Als CSV herunterladen',
};

const EN: typeof DE = {
  title: 'Audit log',
  lead: 'Who changed what, and when. Nobody can change or delete anything here.',
  when: 'When',
  who: 'Who',
  what: 'What',
  change: 'Before and after',
  before: 'Before',
  after: 'After',
  gone: 'no longer on the staff',
  none: 'Nothing has happened yet that would have to stand here.',
  older: 'Older',
  all: 'Show everything',
  exportAll: 'Download as CSV',
};

export function auditWordsIn(language: Language): typeof DE {
  return language === 'de' ? DE : EN;
}

const NAMES: Record<AuditAction, Record<Language, string>> = {
  'product.made': { de: 'Produkt angelegt', en: 'Product made' },
  'product.saved': { de: 'Produkt geändert', en: 'Product changed' },
  'product.copied': { de: 'Produkt kopiert', en: 'Product copied' },
  'products.changed': { de: 'Mehrere Produkte geändert', en: 'Several products changed' },
  'prices.changed': { de: 'Preise geändert', en: 'Prices changed' },
  'import.taken': { de: 'Datei importiert', en: 'File imported' },
  'import.undone': { de: 'Import rückgängig gemacht', en: 'Import undone' },
  'stock.booked': { de: 'Bestand gebucht', en: 'Stock booked' },
  'discount.saved': { de: 'Rabatt gespeichert', en: 'Discount saved' },
  'discount.status_set': { de: 'Rabatt pausiert oder fortgesetzt', en: 'Discount paused or resumed' },
  'seller.changed': { de: 'Angaben zum Verkäufer geändert', en: 'Seller changed' },
  'brand.changed': { de: 'Marke geändert', en: 'Brand changed' },
  'legal.changed': { de: 'Rechtstext geändert', en: 'Legal text changed' },
  'shipping.changed': { de: 'Versand geändert', en: 'Shipping changed' },
  'tax.changed': { de: 'Steuersätze geändert', en: 'Tax rates changed' },
  'synonyms.changed': { de: 'Wörter der Suche geändert', en: 'Words of the search changed' },
  'notifications.changed': { de: 'Benachrichtigungen eingestellt', en: 'Notifications set' },
  'collection.saved': { de: 'Kollektion gespeichert', en: 'Collection saved' },
  'home.changed': { de: 'Entwurf der Startseite geändert', en: 'Draft of the home page changed' },
  'home.published': { de: 'Startseite veröffentlicht', en: 'Home page published' },
  'home.restored': { de: 'Frühere Startseite zurückgeholt', en: 'Former home page brought back' },
  'payments.changed': { de: 'Zahlungen eingestellt', en: 'Payments set up' },
  'order.refunded': { de: 'Geld erstattet', en: 'Money given back' },
  'order.cancelled': { de: 'Bestellung storniert', en: 'Order cancelled' },
  'order.drafted': { de: 'Bestellung zum Bezahlen geschickt', en: 'Order sent to be paid' },
  'order.fulfilled': { de: 'Sendung eingetragen', en: 'Parcel recorded' },
  'order.delivered': { de: 'Sendung zugestellt', en: 'Parcel delivered' },
  'order.address_changed': { de: 'Lieferadresse geändert', en: 'Delivery address changed' },
  'messenger.set_up': { de: 'Messenger eingerichtet', en: 'Messenger set up' },
  'staff.invited': { de: 'Jemanden eingeladen', en: 'Somebody invited' },
  'staff.invitation_withdrawn': { de: 'Einladung zurückgenommen', en: 'Invitation taken back' },
  'staff.joined': { de: 'Ins Team gekommen', en: 'Joined the staff' },
  'staff.role_changed': { de: 'Rolle geändert', en: 'Role changed' },
  'staff.removed': { de: 'Aus dem Team entfernt', en: 'Removed from the staff' },
  'backup.taken': { de: 'Sicherung heruntergeladen', en: 'Backup downloaded' },
  'security.second_factor_on': { de: 'Zweiten Faktor eingerichtet', en: 'Second factor set up' },
  'security.second_factor_off': { de: 'Zweiten Faktor abgeschaltet', en: 'Second factor switched off' },
  'security.passkey_added': { de: 'Passkey hinzugefügt', en: 'Passkey added' },
  'security.passkey_removed': { de: 'Passkey entfernt', en: 'Passkey removed' },
  'security.password_reset': { de: 'Passwort per Mail neu gesetzt', en: 'Password set anew by mail' },
  'security.password_changed': { de: 'Passwort geändert', en: 'Password changed' },
};

const isAction = (what: string): what is AuditAction => Object.hasOwn(NAMES, what);

/** What was done, in words; an entry of a newer version keeps its own name. */
export function auditName(what: string, language: Language): string {
  return isAction(what) ? NAMES[what][language] : what;
}
