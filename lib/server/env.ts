import { existsSync } from 'node:fs';
import { z } from 'zod';

const origin = z
  .url()
  .transform((url) => url.replace(/\/$/, ''))
  .refine((url) => new URL(url).pathname === '/', { message: 'must be an origin without a path' });
const secretList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts): parts is [string, ...string[]] => parts.length > 0, { message: 'must not be empty' });
const key32 = secretList.refine((parts) => parts.every((part) => Buffer.from(part, 'base64').length === 32), {
  message: 'each key must be 32 bytes in base64 (openssl rand -base64 32)',
});

/** "Otter & Ottilie <hallo@example.com>", or the address alone. */
const mailbox = z
  .string()
  .transform((text) => {
    const [, name = '', address = text] = /^([^<>"\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
    return { name: name.trim(), address: address.trim() };
  })
  .refine(({ address }) => z.email().safeParse(address).success, { message: 'must be "Name <address>" or an address' });

/** One or more armoured blocks, newest first; line breaks may be written as \\n, since many a panel takes one line only. */
const privateKeys = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n').trim())
  .refine((text) => text.startsWith('-----BEGIN PGP PRIVATE KEY BLOCK-----'), {
    message: 'must be an armoured OpenPGP private key',
  });

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: origin.default('http://localhost:3000'),
  DATABASE_URL: z.url().optional(),
  DATABASE_URL_DIRECT: z.url().optional(),
  DATA_DIR: z.string().default('.data'),
  WORKER: z.enum(['on', 'off']).default('on'),
  WEBVIEW_HOST_ORIGINS: z
    .string()
    .default('https://www.messenger.com,https://www.facebook.com')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(origin)),
  TRUSTED_PROXIES: z.string().default(''),
  METRICS_TOKEN: z.string().min(16).optional(),
  FACEBOOK_APP_ID: z.string().regex(/^\d+$/),
  FACEBOOK_APP_SECRET: secretList,
  FACEBOOK_PAGE_ID: z.string().regex(/^\d+$/),
  FACEBOOK_PAGE_ACCESS_TOKEN: z.string().min(1),
  FACEBOOK_VERIFY_TOKEN: secretList,
  GRAPH_API_ORIGIN: origin.default('https://graph.facebook.com'),
  GRAPH_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v26.0'),
  /** Where links into the thread begin: `<this>/<page>?ref=…`. */
  MESSENGER_LINKS_URL: z
    .url()
    .default('https://m.me')
    .transform((url) => url.replace(/\/$/, '')),
  FACEBOOK_AD_ACCOUNT_ID: z
    .string()
    .regex(/^(act_)?\d+$/)
    .transform((id) => id.replace(/^act_/, ''))
    .optional(),
  MARKETING_ACCESS_TOKEN: z.string().min(1).optional(),
  EXTENSIONS_SDK_URL: z.url().default('https://connect.facebook.net/en_US/messenger.Extensions.js'),
  MESSENGER_PAYMENT_PRIVATE_KEY: privateKeys.optional(),
  MESSENGER_PAYMENT_TESTERS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().regex(/^\d+$/))),
  STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_/),
  STRIPE_PUBLISHABLE_KEY: z.string().regex(/^pk_/),
  STRIPE_WEBHOOK_SECRET: secretList,
  STRIPE_API_ORIGIN: origin.default('https://api.stripe.com'),
  STRIPE_JS_ORIGIN: origin.default('https://js.stripe.com'),
  PAYPAL_CLIENT_ID: z.string().min(1).optional(),
  PAYPAL_CLIENT_SECRET: z.string().min(1).optional(),
  PAYPAL_WEBHOOK_ID: secretList.optional(),
  PAYPAL_API_ORIGIN: origin.default('https://api-m.paypal.com'),
  PAYPAL_CERT_ORIGINS: z
    .string()
    .default(
      'https://api.paypal.com,https://api-m.paypal.com,https://api.sandbox.paypal.com,https://api-m.sandbox.paypal.com',
    )
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(origin).min(1)),
  PAYPAL_CERT_ROOTS: z.string().startsWith('-----BEGIN CERTIFICATE-----').optional(),
  /** A bucket for uploaded pictures: all of them or none; without them they lie in DATA_DIR. */
  PICTURES_S3_ENDPOINT: origin.optional(),
  PICTURES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  PICTURES_S3_REGION: z.string().min(1).default('auto'),
  PICTURES_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  PICTURES_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: mailbox.optional(),
  /** Who knows leaked passwords, by the beginning of their hash. */
  PWNED_PASSWORDS_ORIGIN: origin.default('https://api.pwnedpasswords.com'),
  SESSION_KEYS: key32,
  ENCRYPTION_KEYS: key32,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Tuning: how long after its last sign of life an attempt to pay may be taken over by a worker. */
  ATTEMPT_LEASE_SECONDS: z.coerce.number().int().min(1).max(600).default(45),
});

/** Both or neither: a mail server without a sender is a mistake. Neither: mails wait in the database for one. */
const wholeSchema = schema.transform((whole, context) => {
  const { SMTP_URL, MAIL_FROM, FACEBOOK_AD_ACCOUNT_ID, MARKETING_ACCESS_TOKEN, ...more } = whole;
  const { PICTURES_S3_ENDPOINT, PICTURES_S3_BUCKET, PICTURES_S3_ACCESS_KEY_ID, ...evenMore } = more;
  const { PICTURES_S3_SECRET_ACCESS_KEY, ...rest } = evenMore;
  const missing = SMTP_URL && !MAIL_FROM ? 'MAIL_FROM' : MAIL_FROM && !SMTP_URL ? 'SMTP_URL' : null;
  if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'SMTP_URL and MAIL_FROM go together' });
  const env = withPaypal(rest, context);
  const ads = adsOf({ FACEBOOK_AD_ACCOUNT_ID, MARKETING_ACCESS_TOKEN }, context);
  const keys = { PICTURES_S3_ACCESS_KEY_ID, PICTURES_S3_SECRET_ACCESS_KEY };
  const bucket = bucketOf({ PICTURES_S3_ENDPOINT, PICTURES_S3_BUCKET, ...keys }, rest.PICTURES_S3_REGION, context);
  return { ...env, ads, bucket, mail: SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : null };
});

type BucketNames = Pick<
  z.infer<typeof schema>,
  'PICTURES_S3_ENDPOINT' | 'PICTURES_S3_BUCKET' | 'PICTURES_S3_ACCESS_KEY_ID' | 'PICTURES_S3_SECRET_ACCESS_KEY'
>;

/** Who keeps pictures in a bucket names all of it. */
function bucketOf(names: BucketNames, region: string, context: z.RefinementCtx) {
  const { PICTURES_S3_ENDPOINT: endpoint, PICTURES_S3_BUCKET: bucket } = names;
  const { PICTURES_S3_ACCESS_KEY_ID: accessKeyId, PICTURES_S3_SECRET_ACCESS_KEY: secretAccessKey } = names;
  if (endpoint && bucket && accessKeyId && secretAccessKey)
    return { endpoint, bucket, region, accessKeyId, secretAccessKey };
  const missing = Object.entries(names).filter(([, value]) => value === undefined);
  if (missing.length < 4)
    for (const [name] of missing)
      context.addIssue({ code: 'custom', path: [name], message: 'a bucket for pictures needs it as well' });
  return null;
}

type AdNames = Pick<z.infer<typeof schema>, 'FACEBOOK_AD_ACCOUNT_ID' | 'MARKETING_ACCESS_TOKEN'>;

/** Who advertises names both; without them the desk says so. */
function adsOf(names: AdNames, context: z.RefinementCtx) {
  const { FACEBOOK_AD_ACCOUNT_ID: adAccountId, MARKETING_ACCESS_TOKEN: accessToken } = names;
  if (adAccountId && accessToken) return { adAccountId, accessToken };
  if (!adAccountId && !accessToken) return null;
  const path = [adAccountId ? 'MARKETING_ACCESS_TOKEN' : 'FACEBOOK_AD_ACCOUNT_ID'];
  const message = 'FACEBOOK_AD_ACCOUNT_ID and MARKETING_ACCESS_TOKEN go together';
  context.addIssue({ code: 'custom', path, message });
  return null;
}

/** Who takes PayPal names all three; without them it is not offered. */
function withPaypal(whole: z.infer<typeof schema>, context: z.RefinementCtx) {
  const { PAYPAL_API_ORIGIN, PAYPAL_CERT_ORIGINS, PAYPAL_CERT_ROOTS, ...env } = whole;
  const { PAYPAL_CLIENT_ID: clientId, PAYPAL_CLIENT_SECRET: clientSecret, PAYPAL_WEBHOOK_ID: webhookIds } = env;
  const named = { PAYPAL_CLIENT_ID: clientId, PAYPAL_CLIENT_SECRET: clientSecret, PAYPAL_WEBHOOK_ID: webhookIds };
  const missing = Object.entries(named).filter(([, value]) => value === undefined);
  if (missing.length > 0 && missing.length < 3) {
    for (const [name] of missing)
      context.addIssue({ code: 'custom', path: [name], message: 'PayPal needs it as well' });
  }
  if (!clientId || !clientSecret || !webhookIds) return { ...env, paypal: null };
  const [apiOrigin, certOrigins, certRoots] = [PAYPAL_API_ORIGIN, PAYPAL_CERT_ORIGINS, PAYPAL_CERT_ROOTS ?? null];
  return { ...env, paypal: { clientId, clientSecret, webhookIds, apiOrigin, certOrigins, certRoots } };
}

export type Env = z.infer<typeof wholeSchema>;

const dataSchema = schema.pick({ DATABASE_URL: true, DATA_DIR: true });

/**
 * Reads the configuration, once, at start. Missing or malformed: throws an error that names every variable concerned,
 * and never a value.
 */
export function readEnv(source: NodeJS.ProcessEnv = environment()): Env {
  return parse(wholeSchema, source);
}

/** What commands that only touch the catalogue need: where the database is. Throws as `readEnv`. */
export function readDataEnv(source: NodeJS.ProcessEnv = environment()): Pick<Env, 'DATABASE_URL' | 'DATA_DIR'> {
  return parse(dataSchema, source);
}

function parse<T>(wanted: z.ZodType<T>, source: NodeJS.ProcessEnv): T {
  const parsed = wanted.safeParse(withoutEmpty(source));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not complete (see .env.example):\n${lines.join('\n')}`);
}

/** The file `.env` fills in what the environment leaves open. Tests say all of theirs themselves. */
function environment(): NodeJS.ProcessEnv {
  if (process.env.NODE_ENV !== 'test' && existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

// An empty line in an .env file means "not set".
function withoutEmpty(source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(source).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
