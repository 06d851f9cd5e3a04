/** What the doctor says of one thing: a line, and what to do about it where something is to be done. */
export type Said = { what: string; remedy?: string };

/** What of the Page could not be read. */
export type Unread = 'profile' | 'fields' | 'webhook';

const UNREAD: Record<Unread, string> = {
  profile: 'the Page’s profile',
  fields: 'the webhook’s fields',
  webhook: 'the webhook’s address',
};
const SETUP = 'Run npm run messenger:setup, or set Messenger up from the set-up page: it changes only what differs.';

const EN = {
  configured: { what: 'the configuration is complete' },
  node: (version: string) => ({ what: `Node ${version}` }),
  oldNode: (version: string) => ({
    what: `Node ${version} gets no security fixes any more`,
    remedy: 'Use Node 24 where real money is taken.',
  }),
  address: (url: string) => ({ what: `people reach the shop at ${url}` }),
  notHttps: (url: string) => ({ what: `${url} is not https`, remedy: 'Messenger opens https only: set PUBLIC_URL.' }),
  liveAndLocal: { what: 'live keys, and an address of this machine alone', remedy: 'Set PUBLIC_URL.' },
  framed: (hosts: string) => ({ what: `may be framed by ${hosts || 'nobody'}` }),
  databaseDown: (remedy: string) => ({ what: 'the database does not answer', remedy }),
  isItRunning: 'Is it running, and is DATABASE_URL right?',
  isItYours: (folder: string) => `Is ${folder} yours to write?`,
  database: (where: string) => ({ what: `the database answers (${where}) and has its newest form` }),
  embedded: (folder: string) => `the embedded one in ${folder}`,
  unsafe: (off: string) => ({
    what: `the database runs without ${off}`,
    remedy: 'Switch them on: an acknowledged payment must outlive a power cut.',
  }),
  noMail: {
    what: 'no mail server is named: confirmations are not sent',
    remedy: 'Set SMTP_URL and MAIL_FROM: the law wants a confirmation of each contract; they wait until then.',
  },
  mail: { what: 'the mail server answers' },
  mailShut: { what: 'the mail server does not let us in', remedy: 'Check SMTP_URL: host, user, password.' },
  privacy: (place: string) => ({ what: `the privacy notice stands at ${place}` }),
  noPrivacy: (place: string) => ({
    what: 'there is no privacy notice',
    remedy: `Write one in the settings, and give Meta its address: ${place}`,
  }),
  sdk: { what: 'the Messenger Extensions SDK can be fetched' },
  noSdk: {
    what: 'the Messenger Extensions SDK cannot be fetched from here',
    remedy: 'Browsers need it, this machine does not: check EXTENSIONS_SDK_URL.',
  },
  shop: { what: 'the shop answers at its address' },
  noShop: (url: string) => ({ what: `nothing answers at ${url}`, remedy: 'Start the shop: npm run build, npm start.' }),
  token: (code: number) => ({
    what: `Messenger refuses the Page’s token (code ${code})`,
    remedy: 'Make a new token for the Page and set FACEBOOK_PAGE_ACCESS_TOKEN; check FACEBOOK_APP_SECRET.',
  }),
  messengerSilent: (origin: string) => ({
    what: 'Messenger does not answer',
    remedy: `Is ${origin} within reach?`,
  }),
  otherPage: { what: 'the token belongs to another Page', remedy: 'Set FACEBOOK_PAGE_ID to the token’s Page.' },
  page: { what: 'Messenger knows the Page' },
  proof: { what: 'the app requires appsecret_proof' },
  noProof: {
    what: 'the app takes calls without appsecret_proof: a stolen token is enough',
    remedy: 'Switch on “Require App Secret” in the app’s settings at Meta (Advanced, Security).',
  },
  profile: { what: 'the Page’s profile is as the shop needs it' },
  listed: { what: 'the shop’s domain is on the Page’s list' },
  notListed: {
    what: 'the shop’s domain is not on the Page’s list: the webview knows nobody, buttons are refused (2018063)',
    remedy: SETUP,
  },
  noGetStarted: { what: 'the Page has no Get Started button: new people cannot begin', remedy: SETUP },
  greeting: { what: 'the Page’s greeting is not the shop’s', remedy: SETUP },
  iceBreakers: { what: 'the Page’s ice breakers are not the shop’s', remedy: SETUP },
  menu: { what: 'the Page’s menu is stale: it is not the one that the shop offers', remedy: SETUP },
  otherProfile: (name: string) => ({ what: `the Page’s ${name} is not the shop’s`, remedy: SETUP }),
  fields: { what: 'the Page tells the shop all that it needs to hear' },
  missingFields: (names: string) => ({ what: `the Page does not tell the shop of ${names}`, remedy: SETUP }),
  webhook: (url: string) => ({ what: `Messenger’s webhooks come to ${url}` }),
  webhookElsewhere: (where: string | null, wanted: string) => ({
    what: `Messenger’s webhooks go ${where === null ? 'nowhere' : `to ${where}`}`,
    remedy: `In the app’s settings at Meta (Webhooks, Page) set ${wanted} with FACEBOOK_VERIFY_TOKEN.`,
  }),
  unread: (which: Unread, code: number | null) => ({
    what: `${UNREAD[which]} could not be read${code === null ? '' : ` (code ${code})`}`,
    remedy: 'Meta allows ten profile calls in ten minutes: look again later.',
  }),
  stripeDown: {
    what: 'Stripe does not answer',
    remedy: 'Check STRIPE_SECRET_KEY, and whether STRIPE_API_ORIGIN is within reach.',
  },
  stripe: (live: boolean) => ({ what: `Stripe answers (${live ? 'live' : 'test'} mode)` }),
  stripeUnread: {
    what: 'Stripe’s webhook endpoints cannot be read',
    remedy: 'Let the restricted key read Webhook Endpoints.',
  },
  stripeTells: { what: 'Stripe tells the shop what happens to its payments' },
  stripeSilent: (missing: string, url: string) => ({
    what: `Stripe does not tell the shop of ${missing}`,
    remedy: `At Stripe (Developers, Webhooks) let ${url} hear of these, and set STRIPE_WEBHOOK_SECRET.`,
  }),
  noPaypal: {
    what: 'PayPal is not offered',
    remedy: 'Set PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET and PAYPAL_WEBHOOK_ID.',
  },
  paypalShut: {
    what: 'PayPal does not let us in',
    remedy: 'Check PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, and whether PAYPAL_API_ORIGIN is within reach.',
  },
  mixedModes: { what: 'PayPal and Stripe are in different modes', remedy: 'Set both live, or both to tests.' },
  paypal: (live: boolean) => ({ what: `PayPal answers (${live ? 'live' : 'test'} mode)` }),
  paypalUnread: { what: 'PayPal’s webhook cannot be read', remedy: 'Look again later.' },
  paypalGone: (url: string) => ({ what: 'PayPal knows no webhook of this id', remedy: paypalRemedy(url) }),
  paypalElsewhere: (there: string, url: string) => ({
    what: `PayPal’s webhooks go to ${there}`,
    remedy: paypalRemedy(url),
  }),
  paypalSilent: (missing: string, url: string) => ({
    what: `PayPal does not tell the shop of ${missing}`,
    remedy: paypalRemedy(url),
  }),
  paypalTells: { what: 'PayPal tells the shop what happens to its payments' },
};

function paypalRemedy(url: string): string {
  return `At PayPal (your app, Webhooks) let ${url} hear of all events of checkout, payments and disputes, and set PAYPAL_WEBHOOK_ID.`;
}

export type DoctorWords = typeof EN;

/** What the doctor says in English; the command speaks it alone. */
export const DOCTOR_EN: DoctorWords = EN;

/** Something that the doctor found, to be said in one language or another. */
export type DoctorSays = (words: DoctorWords) => Said;
