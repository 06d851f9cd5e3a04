import { describe, expect, test } from 'vitest';
import { readEnv } from './env';

const key = Buffer.alloc(32, 1).toString('base64');
const complete = {
  NODE_ENV: 'test' as const,
  FACEBOOK_APP_ID: '1',
  FACEBOOK_APP_SECRET: 'secret',
  FACEBOOK_PAGE_ID: '2',
  FACEBOOK_PAGE_ACCESS_TOKEN: 'token',
  FACEBOOK_VERIFY_TOKEN: 'verify',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  SESSION_KEYS: key,
  ENCRYPTION_KEYS: key,
};
const SMTP_URL = 'smtps://ada:s3cret@smtp.example.com';

describe('the mail server', () => {
  test('may be missing, as a whole', () => {
    expect(readEnv(complete).mail).toBeNull();
    expect(readEnv({ ...complete, SMTP_URL: '', MAIL_FROM: '' }).mail).toBeNull();
  });

  test('is never half of one: the error names what is missing, and no value', () => {
    expect(() => readEnv({ ...complete, SMTP_URL })).toThrow(/MAIL_FROM/);
    expect(() => readEnv({ ...complete, SMTP_URL })).not.toThrow(/s3cret/);
    expect(() => readEnv({ ...complete, MAIL_FROM: 'a@example.com' })).toThrow(/SMTP_URL/);
  });

  test.each([
    ['hallo@example.com', { name: '', address: 'hallo@example.com' }],
    ['Otter & Ottilie <hallo@example.com>', { name: 'Otter & Ottilie', address: 'hallo@example.com' }],
  ])('sends as %s', (MAIL_FROM, from) => {
    expect(readEnv({ ...complete, SMTP_URL, MAIL_FROM }).mail).toEqual({ url: SMTP_URL, from });
  });

  test.each(['nobody', 'A\r\nBcc: b@example.com <a@example.com>', 'a@example.com, b@example.com', '<a@example.com> x'])(
    'refuses the sender %j',
    (MAIL_FROM) => {
      expect(() => readEnv({ ...complete, SMTP_URL, MAIL_FROM })).toThrow(/MAIL_FROM/);
    },
  );

  test('speaks SMTP and nothing else', () => {
    expect(() => readEnv({ ...complete, SMTP_URL: 'https://example.com', MAIL_FROM: 'a@example.com' })).toThrow(
      /SMTP_URL/,
    );
  });
});
