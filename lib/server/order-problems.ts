/** What can go wrong with an order's money and its sending, for the merchant and for her; a part of `PROBLEMS`. */
export const ORDER_PROBLEMS = {
  not_yet_sent: {
    status: 409,
    de: 'Bewerten kannst du, sobald deine Bestellung verschickt ist.',
    en: 'You can review it once your order was sent.',
  },
  nothing_left: {
    status: 409,
    de: 'Davon ist gerade nichts zu haben. Im Shop gibt es Ähnliches.',
    en: 'None of this is to be had at the moment. The shop has more like it.',
  },
  nothing_to_refund: {
    status: 422,
    de: 'Es ist nichts angegeben, was zurückgehen soll, oder es ist schon alles zurück.',
    en: 'Nothing is named that shall go back, or everything is back already.',
  },
  pieces_too_many: {
    status: 422,
    de: 'So viele Stücke sind von diesem Artikel nicht mehr zu erstatten.',
    en: 'So many pieces of this item are not left to refund.',
  },
  shipping_too_much: {
    status: 422,
    de: 'So viel hat der Versand nicht gekostet, oder er ist schon erstattet.',
    en: 'Shipping did not cost so much, or it is refunded already.',
  },
  refund_too_high: {
    status: 422,
    de: 'Das ist mehr, als von der Zahlung noch da ist.',
    en: 'This is more than is left of the payment.',
  },
  refund_refused: {
    status: 409,
    de: 'Der Zahlungsanbieter hat die Erstattung abgelehnt. Es ging nichts zurück; der Grund steht unter „Geld“.',
    en: 'The payment provider refused the refund. Nothing went back; the reason is under “Money”.',
  },
  not_paid: {
    status: 409,
    de: 'Für diese Bestellung ist kein Geld da. Ist es nur reserviert, ziehe es zuerst ein.',
    en: 'There is no money for this order. If it is only held, take it first.',
  },
  order_disputed: {
    status: 409,
    de: 'Diese Zahlung wird reklamiert. Sieh dir die Reklamation an; verschicken geht nur, wenn du es ausdrücklich sagst.',
    en: 'This payment is disputed. Look at the dispute; it is sent only when you say so expressly.',
  },
  nothing_to_send: {
    status: 422,
    de: 'Es ist nichts angegeben, was verschickt werden soll, oder es ist schon alles unterwegs.',
    en: 'Nothing is named that shall be sent, or everything is on its way already.',
  },
  pieces_not_left: {
    status: 422,
    de: 'So viele Stücke sind von diesem Artikel nicht mehr zu verschicken.',
    en: 'So many pieces of this item are not left to send.',
  },
  some_not_sent: {
    status: 409,
    de: 'Nicht alles ließ sich verschicken. Diese Bestellungen sind geblieben; öffne sie, um zu sehen, warum:',
    en: 'Not everything could be sent. These orders stayed; open them to see why:',
  },
  already_sent: {
    status: 409,
    de: 'Davon ist schon etwas unterwegs, oder die Bestellung ist beendet: Die Adresse bleibt, wie sie ist.',
    en: 'Something of it is on its way already, or the order is over: the address stays as it is.',
  },
  address_unknown: {
    status: 409,
    de: 'Zu dieser Bestellung hat noch niemand eine Adresse genannt. Bitte frag im Chat nach.',
    en: 'Nobody has told an address for this order yet. Please ask in the thread.',
  },
  not_held: {
    status: 409,
    de: 'Hier ist nichts (mehr) reserviert.',
    en: 'Nothing is held here (any more).',
  },
  capture_too_high: {
    status: 422,
    de: 'So viel ist nicht reserviert.',
    en: 'So much is not held.',
  },
  too_late_to_cancel: {
    status: 409,
    de: 'Diese Bestellung lässt sich nicht mehr stornieren. Nach der Lieferung kannst du sie zurückschicken.',
    en: 'This order can no longer be cancelled. After delivery it can be sent back.',
  },
} as const;
