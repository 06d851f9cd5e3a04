import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '@/lib/domain/merchants/roles';
import type { Database } from './client';
import { merchantAccounts, merchantPasskeys, merchantSessions, merchants } from './schema/merchants';
import { staffInvitations } from './schema/staff';
import { together } from './transaction';

export type StaffMember = { id: string; name: string; email: string; role: Role; secondFactor: boolean };
export type Invitation = typeof staffInvitations.$inferSelect;

const MEMBER = {
  id: merchants.id,
  name: merchants.name,
  email: merchants.email,
  role: merchants.role,
  secondFactor: merchants.twoFactorEnabled,
};
const isThere = isNull(merchants.removedAt);

/** Who works in the shop, by name. */
export async function listStaff(db: Database): Promise<StaffMember[]> {
  return db.select(MEMBER).from(merchants).where(isThere).orderBy(asc(merchants.name), asc(merchants.id));
}

export async function getStaffMember(db: Database, id: string): Promise<StaffMember | null> {
  const [row] = await db
    .select(MEMBER)
    .from(merchants)
    .where(and(eq(merchants.id, id), isThere));
  return row ?? null;
}

export async function isStaffEmail(db: Database, email: string): Promise<boolean> {
  const rows = await db.select({ id: merchants.id }).from(merchants).where(eq(merchants.email, email));
  return rows.length > 0;
}

/** Holds every owner until the transaction ends, so that of two who go at once one sees the other gone. */
export async function lockOwners(tx: Database): Promise<string[]> {
  const rows = await tx
    .select({ id: merchants.id })
    .from(merchants)
    .where(and(eq(merchants.role, 'owner'), isThere))
    .orderBy(asc(merchants.id))
    .for('update');
  return rows.map(({ id }) => id);
}

export async function setRole(tx: Database, id: string, role: Role, at: Date): Promise<void> {
  await tx.update(merchants).set({ role, updatedAt: at }).where(eq(merchants.id, id));
}

/** She can no longer sign in anywhere, and her address is free again; what she did keeps her name. */
export async function markRemoved(tx: Database, id: string, at: Date): Promise<void> {
  await together([
    tx
      .update(merchants)
      .set({ removedAt: at, email: `removed:${id}`, updatedAt: at })
      .where(eq(merchants.id, id)),
    tx.delete(merchantAccounts).where(eq(merchantAccounts.merchantId, id)),
    tx.delete(merchantPasskeys).where(eq(merchantPasskeys.merchantId, id)),
    tx.delete(merchantSessions).where(eq(merchantSessions.merchantId, id)),
  ]);
}

export async function insertInvitation(tx: Database, invitation: typeof staffInvitations.$inferInsert): Promise<void> {
  await tx.insert(staffInvitations).values(invitation);
}

const isOpenAt = (at: Date) =>
  and(isNull(staffInvitations.acceptedAt), isNull(staffInvitations.withdrawnAt), gt(staffInvitations.expiresAt, at));

/** Invitations that can still be accepted, newest first. */
export async function listOpenInvitations(db: Database, at: Date): Promise<Invitation[]> {
  return db.select().from(staffInvitations).where(isOpenAt(at)).orderBy(desc(staffInvitations.createdAt)).limit(100);
}

/** The invitation of a link, if it can still be accepted. */
export async function findOpenInvitation(db: Database, tokenHash: string, at: Date): Promise<Invitation | null> {
  const [row] = await db
    .select()
    .from(staffInvitations)
    .where(and(eq(staffInvitations.tokenHash, tokenHash), isOpenAt(at)));
  return row ?? null;
}

/** Ends an open invitation, once; null when it was over already. */
export async function endInvitation(
  tx: Database,
  which: { id: string; how: 'accepted' | 'withdrawn'; at: Date },
): Promise<Invitation | null> {
  const { id, how, at } = which;
  const [row] = await tx
    .update(staffInvitations)
    .set(how === 'accepted' ? { acceptedAt: at } : { withdrawnAt: at })
    .where(and(eq(staffInvitations.id, id), isOpenAt(at)))
    .returning();
  return row ?? null;
}
