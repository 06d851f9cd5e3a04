import type { Seller } from '@/lib/domain/papers/seller';
import type { ShopSettings } from '@/lib/domain/shop';

/** Who sells in the demo: nobody, with the numbers that its legal notice gives. */
export const DEMO_SELLER: Seller = {
  name: 'Otter & Ottilie, Ottilie Muster',
  street: 'Hinterhof 3',
  postalCode: '12345',
  city: 'Musterstadt',
  country: 'DE',
  vatId: 'DE000000000',
  taxNumber: '',
  smallBusiness: false,
};

const demoNote = {
  de: 'Dieser Shop ist eine Vorführung. Es gibt keine Ware, und es wird nichts abgebucht. Ersetze diesen Text in den Einstellungen durch deinen eigenen.',
  en: 'This shop is a demonstration. There are no goods and nothing is charged. Replace this text with your own in the settings.',
};

/** Legal texts of the demo shop: they show the place and the form, and say that they are the demo's. */
export const demoLegalTexts: ShopSettings['legal'] = {
  impressum: {
    de: `${demoNote.de}\n\nOtter & Ottilie\nInhaberin: Ottilie Muster\nHinterhof 3\n12345 Musterstadt\nDeutschland\n\n## Kontakt\n\nE-Mail: hallo@example.com\nTelefon: 030 1234567\n\n## Umsatzsteuer\n\nUSt-IdNr.: DE000000000 (Beispiel)\n\n## Streitbeilegung\n\nWir nehmen nicht an Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle teil.`,
    en: `${demoNote.en}\n\nOtter & Ottilie\nOwner: Ottilie Muster\nHinterhof 3\n12345 Musterstadt\nGermany\n\n## Contact\n\nE-mail: hallo@example.com\nTelephone: +49 30 1234567\n\n## VAT\n\nVAT ID: DE000000000 (example)\n\n## Disputes\n\nWe do not take part in dispute settlement before a consumer arbitration board.`,
  },
  terms: {
    de: `${demoNote.de}\n\n## Vertrag\n\nMit „Zahlungspflichtig bestellen“ gibst du ein Angebot ab. Der Vertrag kommt zustande, wenn wir die Bestellung bestätigen; das geschieht sofort nach der Zahlung per E-Mail.\n\n## Preise und Zahlung\n\nAlle Preise in Euro enthalten die Mehrwertsteuer. Du bezahlst mit Karte (Visa, Mastercard, American Express).\n\n## Lieferung\n\nWir liefern nach Deutschland, Österreich, in die Schweiz, nach Großbritannien und in die USA.\n\n## Gewährleistung\n\nEs gelten die gesetzlichen Mängelrechte.`,
    en: `${demoNote.en}\n\n## Contract\n\nWith “Order and pay” you make an offer. The contract is concluded when we confirm the order, which happens by e-mail right after payment.\n\n## Prices and payment\n\nPrices in euro include VAT. Prices in US dollars are net of sales tax. You pay by card (Visa, Mastercard, American Express).\n\n## Delivery\n\nWe deliver to Germany, Austria, Switzerland, the United Kingdom and the United States.\n\n## Warranty\n\nYour statutory rights apply.`,
  },
  privacy: {
    de: `${demoNote.de}\n\n## Was wir speichern\n\nFür deine Bestellung speichern wir Name, Anschrift, E-Mail und, wenn du sie angibst, Telefon; verschlüsselt. Öffnest du den Shop aus Messenger, kennen wir die Kennung, die Meta dir für unsere Seite gibt.\n\n## Wer noch etwas erfährt\n\nMeta (Messenger) stellt dir Nachrichten und Belege zu. Stripe oder, wenn du es wählst, PayPal wickelt die Zahlung ab; deine Kartendaten gehen direkt an Stripe und nie durch unsere Server.\n\n## Cookies\n\nEin einziges Cookie hält deinen Warenkorb zusammen. Wir messen nichts und werben nicht.\n\n## Deine Rechte\n\nUnter „Meine Daten“ bei deinen Bestellungen siehst du, was wir über dich gespeichert haben, kannst es mitnehmen und löschen lassen. Über die Einstellungen von Facebook (Apps und Websites) kannst du die Löschung auch selbst anstoßen; du bekommst einen Code, unter dem du den Stand siehst. Deine Bestellungen und Rechnungen bleiben so lange, wie das Gesetz es verlangt (Buchungsbelege acht Jahre, Geschäftsbriefe sechs), und werden dann für nichts anderes mehr genutzt.`,
    en: `${demoNote.en}\n\n## What we keep\n\nFor your order we keep name, address, e-mail and, if you give it, phone; encrypted. When you open the shop from Messenger we know the id that Meta gives you for our Page.\n\n## Who else learns something\n\nMeta (Messenger) delivers messages and receipts. Stripe, or PayPal if you choose it, handles the payment; your card details go straight to Stripe and never through our servers.\n\n## Cookies\n\nOne cookie holds your cart together. We measure nothing and do not advertise.\n\n## Your rights\n\n“My data” with your orders shows what we keep about you; there you can take it along or have it deleted. You can also start the erasure yourself in Facebook’s settings (apps and websites); you get a code under which you see how far it came. Your orders and invoices stay for as long as the law demands (vouchers eight years, business letters six) and are then used for nothing else.`,
  },
  withdrawal: {
    de: `${demoNote.de}\n\n## Widerrufsrecht\n\nDu kannst diesen Vertrag binnen vierzehn Tagen ohne Angabe von Gründen widerrufen. Die Frist beginnt an dem Tag, an dem du die letzte Ware erhalten hast. Um zu widerrufen, schreib uns eine eindeutige Erklärung an hallo@example.com.\n\n## Folgen\n\nWir zahlen dir alle Zahlungen einschließlich der günstigsten Standardlieferung binnen vierzehn Tagen zurück, auf demselben Weg, auf dem du bezahlt hast. Du schickst die Ware binnen vierzehn Tagen zurück.`,
    en: `${demoNote.en}\n\n## Right of withdrawal\n\nYou may withdraw from this contract within fourteen days without giving a reason. The period starts on the day you received the last of the goods. To withdraw, send us a clear statement to hallo@example.com.\n\n## Effects\n\nWe pay back everything including the cheapest standard delivery within fourteen days, the same way you paid. You send the goods back within fourteen days.`,
  },
  shipping: {
    de: `${demoNote.de}\n\n## Deutschland\n\nStandard 4,90 € in 2–3 Werktagen, ab 60 € frei. Express 9,90 € in einem Werktag.\n\n## Österreich\n\n8,90 € in 3–5 Werktagen, ab 90 € frei.\n\n## Schweiz\n\n14,90 € in 4–7 Werktagen. Zoll und Einfuhrsteuer kommen hinzu.\n\n## Großbritannien\n\n12,90 € in 4–8 Werktagen. Zoll und Einfuhrsteuer kommen hinzu.\n\n## USA\n\nStandard $5.90 in 5–8 Werktagen, ab $80 frei. Express $19.90 in 2–3 Werktagen.`,
    en: `${demoNote.en}\n\n## Germany\n\nStandard €4.90 in 2–3 working days, free from €60. Express €9.90 in one working day.\n\n## Austria\n\n€8.90 in 3–5 working days, free from €90.\n\n## Switzerland\n\n€14.90 in 4–7 working days. Duty and import tax are extra.\n\n## United Kingdom\n\n€12.90 in 4–8 working days. Duty and import tax are extra.\n\n## United States\n\nStandard $5.90 in 5–8 working days, free from $80. Express $19.90 in 2–3 working days.`,
  },
};
