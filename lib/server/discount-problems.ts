/** What can go wrong with promo codes and with totals that cannot be paid in this way; a part of `PROBLEMS`. */
export const DISCOUNT_PROBLEMS = {
  discount_gone: {
    status: 409,
    de: 'Der Rabattcode gilt nicht mehr. Bitte prüfe die neue Summe und bestelle noch einmal.',
    en: 'The promo code no longer applies. Please check the new total and order again.',
  },
  nothing_to_pay: {
    status: 409,
    de: 'Hier ist nichts mehr zu bezahlen. Bitte lade die Seite neu und bestelle kostenlos.',
    en: 'There is nothing left to pay here. Please reload the page and order for free.',
  },
  payment_required: {
    status: 409,
    de: 'Diese Bestellung ist nicht kostenlos. Bitte prüfe die Summe und zahle sie.',
    en: 'This order is not free. Please check the total and pay it.',
  },
  code_used_up: {
    status: 409,
    de: 'Dieser Rabattcode ist schon vergeben.',
    en: 'This promo code has been used up.',
  },
  code_used_by_you: {
    status: 409,
    de: 'Diesen Rabattcode hast du schon eingelöst.',
    en: 'You have used this promo code before.',
  },
  code_not_yet: {
    status: 409,
    de: 'Dieser Rabattcode gilt noch nicht. Versuche es später noch einmal.',
    en: 'This promo code is not valid yet. Please try again later.',
  },
  code_expired: {
    status: 410,
    de: 'Dieser Rabattcode ist abgelaufen.',
    en: 'This promo code has expired.',
  },
  code_unknown: {
    status: 422,
    de: 'Diesen Rabattcode kennen wir nicht. Ist er richtig geschrieben?',
    en: 'We do not know this promo code. Is it spelled right?',
  },
  amount_too_small: {
    status: 422,
    de: 'So kleine Beträge kann man nicht mit Karte zahlen. Leg noch etwas in den Warenkorb.',
    en: 'Amounts as small as this cannot be paid by card. Please add something to your cart.',
  },
  amount_too_large: {
    status: 422,
    de: 'So viel auf einmal kann man hier nicht zahlen. Bitte teile die Bestellung auf.',
    en: 'So much cannot be paid here at once. Please split the order.',
  },
  code_taken: {
    status: 409,
    de: 'Diesen Code hat schon ein anderer Rabatt.',
    en: 'Another discount has this code already.',
  },
  limit_below_used: {
    status: 409,
    de: 'So viele sind schon eingelöst oder reserviert. Die Grenze kann nicht darunter liegen.',
    en: 'More than that are used or reserved already. The limit cannot be lower.',
  },
  unknown_goods: {
    status: 422,
    de: 'Ein Produkt oder eine Kollektion davon gibt es nicht. Bitte prüfe die Kurznamen.',
    en: 'One of these products or collections does not exist. Please check the short names.',
  },
} as const;
