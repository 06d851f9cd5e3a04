import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listAudit } from '@/lib/db/audit';
import { getPasswordHash, insertMerchant } from '@/lib/db/merchants';
import { claimOutgoingMail } from '@/lib/db/outgoing-mails';
import { outgoingMails } from '@/lib/db/schema/mails';
import { merchantSessions } from '@/lib/db/schema/merchants';
import { passwordResets } from '@/lib/db/schema/staff';
import { renderMail } from './render-mail';
import { askForReset, readReset, resetPassword } from './reset-password';
import { createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let now: Date;
beforeEach(async () => {
  house = await createTestHouse();
  now = new Date('2026-11-01T12:00:00Z');
  house.deps.now = () => now;
  const greta = { id: 'greta', name: 'Greta', email: 'greta@shop.example', role: 'owner' } as const;
  await insertMerchant(house.deps.db, { ...greta, passwordHash: 'salt:old', at: now });
  await house.deps.db.insert(merchantSessions).values({
    id: 'phone',
    token: 'phone-token',
    merchantId: 'greta',
    expiresAt: new Date(now.getTime() + 86_400_000),
    updatedAt: now,
  });
});
afterEach(() => house.drop());

const ask = (email = 'greta@shop.example', source: string | null = null) =>
  askForReset(house.deps, { email, language: 'de', source });
const reset = (token: string) => resetPassword(house.deps, { token, passwordHash: 'salt:new' });
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
async function tokenInMail(): Promise<string> {
  const row = await claimOutgoingMail(house.deps.db, { now, leaseMs: 86_400_000 });
  if (!row) throw new Error('no mail was queued');
  expect(JSON.stringify(row)).not.toMatch(/token=|greta@/);
  const { text, to } = await renderMail(house.deps, row);
  expect(to).toBe('greta@shop.example');
  return /https:\/\/shop\.example\.com\/sign-in\/new-password\?token=([\w-]+)/.exec(text)?.[1] ?? '';
}

it('the link works once, ends every session, and is written down', async () => {
  expect(await ask()).toEqual({ ok: true, value: null });
  const token = await tokenInMail();
  expect(JSON.stringify(await house.deps.db.select().from(passwordResets))).not.toContain(token);
  expect(await readReset(house.deps, token)).toMatchObject({ email: 'greta@shop.example' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => reset(token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await getPasswordHash(house.deps.db, 'greta')).toBe('salt:new');
  expect(await house.deps.db.select().from(merchantSessions)).toEqual([]);
  expect(await readReset(house.deps, token)).toBeNull();
  expect((await listAudit(house.deps.db, { limit: 9 })).map(({ what }) => what)).toEqual(['security.password_reset']);
});

it('is over after half an hour, and when another one was used', async () => {
  await ask();
  await ask();
  const [first, second] = [await tokenInMail(), await tokenInMail()];
  expect(await reset(second)).toMatchObject({ ok: true });
  expect(await reset(first)).toMatchObject({ problem: 'reset_over' });
  await ask();
  const third = await tokenInMail();
  later(31);
  expect(await reset(third)).toMatchObject({ problem: 'reset_over' });
  expect(await reset('guessed')).toMatchObject({ problem: 'reset_over' });
});

it('tells nobody who works here, and is slow to be asked often', async () => {
  expect(await ask('nobody@shop.example')).toEqual(await ask());
  expect(await house.deps.db.select().from(outgoingMails)).toHaveLength(1);
  for (const email of ['nobody@shop.example', 'greta@shop.example']) {
    await ask(email);
    await ask(email);
    expect(await ask(email)).toMatchObject({ problem: 'too_often' });
  }
  later(11);
  expect(await ask()).toMatchObject({ ok: true });
  for (let at = 0; at < 10; at += 1) await ask(`guess${at}@shop.example`, '203.0.113.9');
  expect(await ask('greta@shop.example', '203.0.113.9')).toMatchObject({ problem: 'too_often' });
  expect(await ask('greta@shop.example', '203.0.113.10')).toMatchObject({ ok: true });
  const mails = await house.deps.db.select().from(outgoingMails).where(eq(outgoingMails.kind, 'password_reset'));
  expect(mails).toHaveLength(5);
});
