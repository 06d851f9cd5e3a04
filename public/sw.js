// Only for the shop on a phone's own screen, and only to say that there is no network. It keeps nothing: no page, no price and
// no picture can come from here, so nothing that it shows can be old.
const WORDS = {
  de: ['Gerade kein Netz', 'Preise und Bestand zeigen wir nur frisch. Dein Warenkorb liegt bei uns und wartet.', 'Noch einmal'],
  en: ['No network right now', 'We show prices and stock only fresh. Your cart is kept by us and waits.', 'Try again'],
  ar: ['لا توجد شبكة الآن', 'نعرض الأسعار والمخزون محدّثة فقط. سلّتك محفوظة لدينا وتنتظرك.', 'حاول مرة أخرى'],
};
const STYLE = `
  :root { color-scheme: light dark; --ground: #fcf9f4; --ink: #1d2426; --button: #0b5258 }
  @media (prefers-color-scheme: dark) { :root { --ground: #12191b; --ink: #e9eeee; --button: #7fd0d4 } }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
    font: 1rem/1.5 system-ui, sans-serif; text-align: center }
  main { max-width: 22rem; padding: 1.5rem }
  a { display: inline-block; margin-top: 1rem; padding: .75rem 1.5rem; color: var(--button); font-weight: bold }`;

function offlinePage() {
  const [spoken] = self.navigator.language.toLowerCase().split('-');
  const language = Object.hasOwn(WORDS, spoken) ? spoken : 'en';
  const [title, text, again] = WORDS[language];
  const html = `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport"
content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><a href="">${again}</a></main></body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    },
  });
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate' || event.request.method !== 'GET') return;
  event.respondWith(fetch(event.request).catch(offlinePage));
});
