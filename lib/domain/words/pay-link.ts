import { arabicCount, PIECES } from './ar/count';

const de = {
  cardTitle: (price: string) => `Deine Bestellung: ${price}`,
  pay: 'Ansehen und bezahlen',
  title: 'Für dich zusammengestellt',
  lead: 'Preise und Bestand von heute. Der Versand kommt an der Kasse dazu.',
  each: (price: string) => `je ${price}`,
  fewer: (left: number) => `nur noch ${left} da`,
  gone: 'gibt es gerade nicht',
  goods: 'Waren',
  toCheckout: (price: string) => `Zur Kasse · ${price}`,
  mixed: 'Was schon in deinem Warenkorb liegt, bleibt dort.',
  over: 'Diese Zusammenstellung gilt nicht mehr',
  overLead: 'Sie ist älter als eine Woche, oder der Link ist unvollständig. Schreib uns im Chat.',
  toShop: 'Zum Shop',
};

const en: typeof de = {
  cardTitle: (price) => `Your order: ${price}`,
  pay: 'See it and pay',
  title: 'Put together for you',
  lead: 'Prices and stock of today. Delivery is added at the checkout.',
  each: (price) => `${price} each`,
  fewer: (left) => `only ${left} left`,
  gone: 'not to be had at the moment',
  goods: 'Goods',
  toCheckout: (price) => `To the checkout · ${price}`,
  mixed: 'What is in your cart already stays there.',
  over: 'This is no longer good',
  overLead: 'It is older than a week, or the link is incomplete. Write to us in the chat.',
  toShop: 'To the shop',
};

const ar: Omit<typeof de, 'cardTitle' | 'pay'> = {
  title: 'جُمع من أجلك',
  lead: 'أسعار اليوم ومخزونه. يُضاف الشحن عند إتمام الشراء.',
  each: (price) => `${price} للقطعة`,
  fewer: (left) => `بقي ${arabicCount(left, PIECES)} فقط`,
  gone: 'غير متوفّر حاليًا',
  goods: 'البضائع',
  toCheckout: (price) => `إلى إتمام الشراء · ${price}`,
  mixed: 'ما كان في سلتك يبقى فيها.',
  over: 'لم تعد هذه المجموعة سارية',
  overLead: 'مضى عليها أكثر من أسبوع أو أن الرابط ناقص. اكتب إلينا في المحادثة.',
  toShop: 'إلى المتجر',
};

/** `cardTitle` and `pay` stand in the thread, which speaks what the merchant writes. */
export const payLinkWords = { de, en, ar };
