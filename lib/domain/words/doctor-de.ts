import type { DoctorWords, Unread } from './doctor';

const UNREAD: Record<Unread, string> = {
  profile: 'Das Profil der Seite',
  fields: 'Die Felder des Webhooks',
  webhook: 'Die Adresse des Webhooks',
};
const SETUP = 'Richte Messenger auf der Einrichtungsseite ein, oder mit npm run messenger:setup.';

/** What the doctor says, for the desk's set-up page in German. */
export const DOCTOR_DE: DoctorWords = {
  configured: { what: 'Die Konfiguration ist vollständig.' },
  node: (version) => ({ what: `Node ${version}` }),
  oldNode: (version) => ({
    what: `Node ${version} bekommt keine Sicherheitsupdates mehr.`,
    remedy: 'Nimm Node 24, wo echtes Geld fließt.',
  }),
  address: (url) => ({ what: `Der Shop steht unter ${url}.` }),
  notHttps: (url) => ({
    what: `${url} ist nicht verschlüsselt.`,
    remedy: 'Messenger öffnet nur https: Setze PUBLIC_URL.',
  }),
  liveAndLocal: {
    what: 'Echte Schlüssel, aber eine Adresse, die nur dieser Rechner kennt.',
    remedy: 'Setze PUBLIC_URL.',
  },
  framed: (hosts) => ({ what: `Der Shop darf eingebettet werden von: ${hosts || 'niemandem'}.` }),
  databaseDown: (remedy) => ({ what: 'Die Datenbank antwortet nicht.', remedy }),
  isItRunning: 'Läuft sie, und stimmt DATABASE_URL?',
  isItYours: (folder) => `Darf der Shop in ${folder} schreiben?`,
  database: (where) => ({ what: `Die Datenbank antwortet (${where}) und ist auf dem neuesten Stand.` }),
  embedded: (folder) => `die eingebaute in ${folder}`,
  unsafe: (off) => ({
    what: `Die Datenbank läuft ohne ${off}.`,
    remedy: 'Schalte das ein: Eine bestätigte Zahlung muss einen Stromausfall überstehen.',
  }),
  noMail: {
    what: 'Kein Mailserver ist genannt: Bestellbestätigungen gehen nicht hinaus.',
    remedy: 'Setze SMTP_URL und MAIL_FROM. Das Gesetz will eine Bestätigung jedes Vertrags; bis dahin warten sie.',
  },
  mail: { what: 'Der Mailserver antwortet.' },
  mailShut: {
    what: 'Der Mailserver lässt uns nicht hinein.',
    remedy: 'Prüfe SMTP_URL: Server, Name, Passwort.',
  },
  privacy: (place) => ({ what: `Die Datenschutzerklärung steht unter ${place}.` }),
  noPrivacy: (place) => ({
    what: 'Es gibt keine Datenschutzerklärung.',
    remedy: `Schreib eine in den Einstellungen und nenne Meta ihre Adresse: ${place}`,
  }),
  sdk: { what: 'Messengers Programmteil für die Webansicht (Extensions SDK) ist erreichbar.' },
  noSdk: {
    what: 'Messengers Programmteil für die Webansicht (Extensions SDK) ist von hier nicht erreichbar.',
    remedy: 'Die Browser brauchen ihn, dieser Rechner nicht: Prüfe EXTENSIONS_SDK_URL.',
  },
  shop: { what: 'Der Shop antwortet unter seiner Adresse.' },
  noShop: (url) => ({
    what: `Unter ${url} antwortet niemand.`,
    remedy: 'Starte den Shop: npm run build, npm start.',
  }),
  token: (code) => ({
    what: `Messenger lehnt das Token der Seite ab (Code ${code}).`,
    remedy: 'Erzeuge ein neues Token für die Seite und setze FACEBOOK_PAGE_ACCESS_TOKEN; prüfe FACEBOOK_APP_SECRET.',
  }),
  messengerSilent: (origin) => ({ what: 'Messenger antwortet nicht.', remedy: `Ist ${origin} erreichbar?` }),
  otherPage: {
    what: 'Das Token gehört zu einer anderen Seite.',
    remedy: 'Setze FACEBOOK_PAGE_ID auf die Seite des Tokens.',
  },
  page: { what: 'Messenger kennt die Seite.' },
  proof: { what: 'Die App verlangt appsecret_proof.' },
  noProof: {
    what: 'Die App nimmt Anfragen ohne appsecret_proof an: Ein gestohlenes Token genügt.',
    remedy: 'Schalte bei Meta in den Einstellungen der App „App-Geheimnis anfordern“ ein (Erweitert, Sicherheit).',
  },
  profile: { what: 'Das Profil der Seite ist so, wie der Shop es braucht.' },
  listed: { what: 'Die Domain des Shops steht auf der Liste der Seite.' },
  notListed: {
    what: 'Die Domain des Shops steht nicht auf der Liste der Seite: Die Webansicht kennt niemanden, Buttons werden abgelehnt (2018063).',
    remedy: SETUP,
  },
  noGetStarted: {
    what: 'Der Seite fehlt der Button „Los geht’s“: Neue Leute können nicht anfangen.',
    remedy: SETUP,
  },
  greeting: { what: 'Die Begrüßung der Seite ist nicht die des Shops.', remedy: SETUP },
  iceBreakers: { what: 'Die Einstiegsfragen der Seite sind nicht die des Shops.', remedy: SETUP },
  menu: { what: 'Das Menü der Seite ist veraltet.', remedy: SETUP },
  otherProfile: (name) => ({ what: `${name} der Seite ist nicht wie im Shop.`, remedy: SETUP }),
  fields: { what: 'Die Seite meldet dem Shop alles, was er hören muss.' },
  missingFields: (names) => ({ what: `Die Seite meldet dem Shop nichts von ${names}.`, remedy: SETUP }),
  webhook: (url) => ({ what: `Messengers Webhooks kommen bei ${url} an.` }),
  webhookElsewhere: (where, wanted) => ({
    what: where === null ? 'Messengers Webhooks gehen nirgendwohin.' : `Messengers Webhooks gehen an ${where}.`,
    remedy: `Trage bei Meta in den Einstellungen der App (Webhooks, Page) ${wanted} mit FACEBOOK_VERIFY_TOKEN ein.`,
  }),
  unread: (which, code) => ({
    what: `${UNREAD[which]} ließ sich nicht lesen${code === null ? '' : ` (Code ${code})`}.`,
    remedy: 'Meta erlaubt zehn Profilabfragen in zehn Minuten: Sieh später noch einmal nach.',
  }),
  stripeDown: {
    what: 'Stripe antwortet nicht.',
    remedy: 'Prüfe STRIPE_SECRET_KEY, und ob STRIPE_API_ORIGIN erreichbar ist.',
  },
  stripe: (live) => ({ what: `Stripe antwortet (${live ? 'echter Betrieb' : 'Testbetrieb'}).` }),
  stripeUnread: {
    what: 'Stripes Webhook-Adressen ließen sich nicht lesen.',
    remedy: 'Gib dem eingeschränkten Schlüssel das Recht, Webhook Endpoints zu lesen.',
  },
  stripeTells: { what: 'Stripe meldet dem Shop, was mit seinen Zahlungen geschieht.' },
  stripeSilent: (missing, url) => ({
    what: `Stripe meldet dem Shop nichts von ${missing}.`,
    remedy: `Melde bei Stripe (Developers, Webhooks) ${url} dafür an und setze STRIPE_WEBHOOK_SECRET.`,
  }),
  noPaypal: {
    what: 'PayPal wird nicht angeboten.',
    remedy: 'Wer es will, setzt PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET und PAYPAL_WEBHOOK_ID.',
  },
  paypalShut: {
    what: 'PayPal lässt uns nicht hinein.',
    remedy: 'Prüfe PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, und ob PAYPAL_API_ORIGIN erreichbar ist.',
  },
  mixedModes: {
    what: 'PayPal und Stripe sind nicht im selben Betrieb.',
    remedy: 'Stell beide auf echten Betrieb oder beide auf Test.',
  },
  paypal: (live) => ({ what: `PayPal antwortet (${live ? 'echter Betrieb' : 'Testbetrieb'}).` }),
  paypalUnread: { what: 'PayPals Webhook ließ sich nicht lesen.', remedy: 'Sieh später noch einmal nach.' },
  paypalGone: (url) => ({ what: 'PayPal kennt keinen Webhook mit dieser Kennung.', remedy: paypalRemedy(url) }),
  paypalElsewhere: (there, url) => ({ what: `PayPals Webhooks gehen an ${there}.`, remedy: paypalRemedy(url) }),
  paypalSilent: (missing, url) => ({
    what: `PayPal meldet dem Shop nichts von ${missing}.`,
    remedy: paypalRemedy(url),
  }),
  paypalTells: { what: 'PayPal meldet dem Shop, was mit seinen Zahlungen geschieht.' },
};

function paypalRemedy(url: string): string {
  return `Melde bei PayPal (deine App, Webhooks) ${url} für alle Ereignisse zu Checkout, Zahlungen und Konflikten an und setze PAYPAL_WEBHOOK_ID.`;
}
