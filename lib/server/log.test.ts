import { DrizzleQueryError } from 'drizzle-orm/errors';
import { DatabaseError } from 'pg';
import { expect, it } from 'vitest';
import { describeError, mask } from './log';

it('takes secrets, mail addresses and card numbers out of a text', () => {
  const said = mask(
    'POST https://graph.facebook.com/me?access_token=EAAabc123&x=1 sk_test_51abc whsec_9f for ada@example.org ' +
      'card 4242 4242 4242 4242 pi_3N_secret_4 postgres://kiosk:hunter2@127.0.0.1/kiosk\nFAKE LINE',
  );
  for (const secret of ['EAAabc', '51abc', 'whsec_9f', 'ada@', '4242', 'secret_4', 'hunter2', '\n']) {
    expect(said).not.toContain(secret);
  }
  expect(said).toContain('graph.facebook.com');
});

it('takes the token out of a link that opens a cart, or leads back to a payment', () => {
  expect(mask('/en-US/shop/open/v1.abc-DEF_1.xyz')).toBe('/en-US/shop/open/…');
  expect(mask('https://shop.example/shop/checkout/return/paypal?back=v1.abc.xyz&gave-up=1')).not.toContain('abc');
});

it('says of a failed query which rule it broke, and none of its values', () => {
  const cause = new DatabaseError('duplicate key value: ada@example.org', 10, 'error');
  Object.assign(cause, { code: '23505', constraint: 'shoppers_psid', severity: 'ERROR' });
  const described = describeError(new DrizzleQueryError('insert into shoppers …', ['Ada Lovelace'], cause));
  expect(described).toMatchObject({ code: '23505', constraint: 'shoppers_psid' });
  expect(JSON.stringify(described)).not.toMatch(/Ada|ada@/);
});

it('says why a query could not even be asked', () => {
  const described = describeError(new DrizzleQueryError('select 1', ['Ada'], new Error('Connection terminated')));
  expect(described).toMatchObject({ problem: 'DrizzleQueryError', cause: 'Connection terminated' });
  expect(JSON.stringify(described)).not.toContain('Ada');
});

it('says where any other error came from', () => {
  expect(describeError(new TypeError('x is not a function'))).toMatchObject({
    problem: 'TypeError',
    said: 'x is not a function',
    where: expect.stringContaining('log.test.ts'),
  });
  expect(describeError('a bare string')).toEqual({ problem: 'string' });
});
