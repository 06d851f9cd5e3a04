import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/db/audit';
import { insertMerchant } from '@/lib/db/merchants';
import { claimOutgoingMail } from '@/lib/db/outgoing-mails';
import { merchantAccounts, merchantSessions, merchants } from '@/lib/db/schema/merchants';
import { auditLog, staffInvitations } from '@/lib/db/schema/staff';
import { listOpenInvitations, listStaff } from '@/lib/db/staff';
import { changeRole, removeStaff } from './change-staff';
import { acceptInvitation, inviteStaff, readInvitation, withdrawInvitation } from './invite-staff';
import { renderMail } from './render-mail';
import { createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  await insertMerchant(house.deps.db, { ...PERSON, id: 'greta', name: 'Greta', email: 'g@shop.example' });
});
afterEach(() => house.drop());

const PERSON = { role: 'owner', passwordHash: 'salt:hash', at: new Date() } as const;
const BY = { merchantId: 'greta', name: 'Greta' };
const invite = (token: string, email = 'otto@shop.example') =>
  inviteStaff(house.deps, { email, role: 'orders', language: 'de', token, by: BY });
const accept = (token: string, name = 'Otto') =>
  acceptInvitation(house.deps, { token, name, passwordHash: 'salt:hash' });
const open = () => listOpenInvitations(house.deps.db, house.deps.now());
const said = async () => (await listAudit(house.deps.db, { limit: 50 })).map(({ what }) => what).reverse();

describe('an invitation', () => {
  it('comes by mail with the link, of which the shop keeps only a hash', async () => {
    const token = house.deps.newId();
    expect(await invite(token)).toEqual({
      ok: true,
      value: { link: `https://shop.example.com/sign-in/invitation?token=${token}` },
    });
    const row = await claimOutgoingMail(house.deps.db, { now: house.deps.now(), leaseMs: 1000 });
    if (!row) throw new Error('no mail was queued');
    expect(JSON.stringify([row, await open()])).not.toContain(token);
    const mail = await renderMail(house.deps, row);
    expect(mail).toMatchObject({ to: 'otto@shop.example', text: expect.stringContaining(`token=${token}`) });
    expect(mail.text).toContain('Deine Rolle: Bestellungen');
    expect(await invite(token)).toMatchObject({ ok: true });
    expect(await open()).toHaveLength(1);
  });

  it('makes one of twenty who open the link at once somebody of the shop, in its role', async () => {
    const token = house.deps.newId();
    await invite(token);
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(token)));
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { email: 'otto@shop.example' } }]);
    expect(await listStaff(house.deps.db)).toMatchObject([
      { name: 'Greta', role: 'owner' },
      { name: 'Otto', role: 'orders', email: 'otto@shop.example' },
    ]);
    expect(await readInvitation(house.deps, token)).toBeNull();
    expect(await invite(house.deps.newId())).toMatchObject({ problem: 'already_staff' });
    expect(await said()).toEqual(['staff.invited', 'staff.joined']);
    expect(JSON.stringify(await house.deps.db.select().from(auditLog))).not.toContain('otto@');
  });

  it('is over after three days, when it was taken back, and for a guess', async () => {
    const [old, taken] = [house.deps.newId(), house.deps.newId()];
    await invite(old);
    house.advance(3 * 24 * 60 * 60 + 1);
    await invite(taken, 'ida@shop.example');
    const [invitation] = await open();
    const which = { invitationId: invitation?.id ?? '', merchantId: 'greta' };
    expect(await withdrawInvitation(house.deps, which)).toMatchObject({ ok: true });
    expect(await withdrawInvitation(house.deps, which)).toMatchObject({ problem: 'not_found' });
    for (const token of [old, taken, house.deps.newId(), ''])
      expect(await accept(token)).toMatchObject({ problem: 'invitation_over' });
    expect(await house.deps.db.select().from(staffInvitations)).toHaveLength(2);
    expect(await listStaff(house.deps.db)).toHaveLength(1);
  });
});

describe('the staff', () => {
  const otto = { ...PERSON, id: 'otto', name: 'Otto', email: 'o@shop.example', role: 'owner' } as const;
  const change = (staffId: string, role: 'owner' | 'support') =>
    changeRole(house.deps, { staffId, role, seenRole: 'owner', merchantId: 'greta' });
  const remove = (staffId: string) => removeStaff(house.deps, { staffId, merchantId: 'greta' });

  it('keeps its last owner', async () => {
    expect(await change('greta', 'support')).toMatchObject({ problem: 'last_owner' });
    expect(await remove('greta')).toMatchObject({ problem: 'last_owner' });
    expect(await change('greta', 'owner')).toMatchObject({ ok: true });
    expect(await remove('nobody')).toMatchObject({ problem: 'not_found' });
  });

  it('keeps one of two owners who remove each other at once', async () => {
    await insertMerchant(house.deps.db, otto);
    const answers = await Promise.all([remove('greta'), remove('otto'), change('greta', 'support')]);
    expect(answers.some((answer) => !answer.ok && answer.problem === 'last_owner')).toBe(true);
    const left = await listStaff(house.deps.db);
    expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  it('ends the sessions of whoever leaves, keeps her name, and frees her address', async () => {
    const { db } = house.deps;
    await insertMerchant(db, otto);
    const [at, expiresAt] = [new Date(), new Date(Date.now() + 1e6)];
    await db.insert(merchantSessions).values({ id: 's', token: 't', merchantId: 'otto', updatedAt: at, expiresAt });
    expect(await remove('otto')).toMatchObject({ ok: true });
    expect(await remove('otto')).toMatchObject({ problem: 'not_found' });
    expect(await db.select().from(merchantSessions)).toEqual([]);
    expect(await db.select().from(merchantAccounts).where(eq(merchantAccounts.merchantId, 'otto'))).toEqual([]);
    expect(await db.select().from(merchants).where(eq(merchants.id, 'otto'))).toMatchObject([{ name: 'Otto' }]);
    expect(await invite(house.deps.newId(), 'o@shop.example')).toMatchObject({ ok: true });
    expect(await said()).toEqual(['staff.removed', 'staff.invited']);
  });

  it('does not overwrite what another owner just decided', async () => {
    await insertMerchant(house.deps.db, { ...otto, role: 'manager' });
    expect(await change('otto', 'support')).toMatchObject({ problem: 'changed_meanwhile' });
  });
});

it('lets nobody change or shorten the log', async () => {
  await invite(house.deps.newId());
  const { db } = house.deps;
  await expect(db.update(auditLog).set({ merchantId: 'otto' })).rejects.toThrow();
  await expect(db.delete(auditLog)).rejects.toThrow();
  await expect(db.execute('truncate audit_log')).rejects.toThrow();
  expect(await said()).toEqual(['staff.invited']);
});
