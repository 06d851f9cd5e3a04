import type { PageLanguage } from '../page-language';

const de = {
  page: {
    title: 'Bescheid sagen',
    restock: 'Notiert! Sobald es wieder da ist, schreiben wir dir einmal im Chat.',
    price: 'Notiert! Wird es günstiger, schreiben wir dir einmal im Chat.',
    cart: 'Notiert! Bleibt etwas im Warenkorb liegen, erinnern wir dich einmal im Chat.',
    thread: 'Dazu müssten wir dir im Chat schreiben dürfen. Öffne ihn hier, dann ist es gleich notiert:',
    available: 'Das gibt es gerade: Du kannst es gleich kaufen.',
    openThread: 'Chat öffnen',
    back: 'Zurück zum Artikel',
    toCart: 'Zum Warenkorb',
    toShop: 'Zum Shop',
    stop: 'Mit „Stopp“ im Chat ist jederzeit Schluss.',
  },
  product: {
    restock: 'Sagt mir Bescheid, wenn es wieder da ist',
    price: 'Bescheid, wenn es günstiger wird',
    cart: 'An den Warenkorb erinnern',
  },
};

type AskPageWords = typeof de;

const en: AskPageWords = {
  page: {
    title: 'Tell me',
    restock: 'Noted! As soon as it is back we will write to you in the chat, once.',
    price: 'Noted! When it gets cheaper we will write to you in the chat, once.',
    cart: 'Noted! If something stays in your cart we will remind you in the chat, once.',
    thread: 'For that we would have to write to you in the chat. Open it here and it is noted:',
    available: 'It is here right now: you can buy it at once.',
    openThread: 'Open the chat',
    back: 'Back to the product',
    toCart: 'To cart',
    toShop: 'To the shop',
    stop: '"Stop" in the chat ends it at any time.',
  },
  product: {
    restock: 'Tell me when it is back',
    price: 'Tell me when it gets cheaper',
    cart: 'Remind me of my cart',
  },
};

const ar: AskPageWords = {
  page: {
    title: 'أخبروني',
    restock: 'سجّلنا طلبك! نكتب إليك مرة واحدة في المحادثة حين يتوفّر من جديد.',
    price: 'سجّلنا طلبك! نكتب إليك مرة واحدة في المحادثة إذا انخفض السعر.',
    cart: 'سجّلنا طلبك! إذا بقي شيء في سلتك نذكّرك مرة واحدة في المحادثة.',
    thread: 'لذلك نحتاج إلى أن نكتب إليك في المحادثة. افتحها من هنا فيُسجَّل طلبك فورًا:',
    available: 'هذا متوفّر الآن: يمكنك شراؤه مباشرة.',
    openThread: 'فتح المحادثة',
    back: 'العودة إلى المنتج',
    toCart: 'إلى السلة',
    toShop: 'إلى المتجر',
    stop: 'كلمة «Stop» في المحادثة توقف هذه الرسائل في أي وقت.',
  },
  product: {
    restock: 'أخبروني حين يتوفّر من جديد',
    price: 'أخبروني إذا انخفض السعر',
    cart: 'ذكّروني بالسلة',
  },
};

/** What pages say around "tell me": the buttons that ask for it, and the page that says it is noted. */
export const askPageWords: Record<PageLanguage, AskPageWords> = { de, en, ar };
