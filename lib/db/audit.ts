import { and, desc, eq, lt } from 'drizzle-orm';
import type { AuditAction, AuditEntry, AuditFacts } from '@/lib/domain/audit/entry';
import type { Database } from './client';
import { merchants } from './schema/merchants';
import { auditLog } from './schema/staff';

type NewEntry = {
  merchantId: string;
  what: AuditAction;
  about: string;
  before?: AuditFacts | null;
  after?: AuditFacts | null;
  at: Date;
};

/** Writes what somebody of the shop did, in the transaction that does it: both stand or neither. */
export async function writeAudit(tx: Database, entry: NewEntry): Promise<void> {
  await tx.insert(auditLog).values(entry);
}

const WHO = /^merchant:(.+)$/;

/** The same where a flow may also be asked by others ("shopper", "provider"): only what a merchant did is written. */
export async function writeAuditOf(
  tx: Database,
  { who, ...entry }: Omit<NewEntry, 'merchantId'> & { who: string },
): Promise<void> {
  const merchantId = WHO.exec(who)?.[1];
  if (merchantId) await writeAudit(tx, { ...entry, merchantId });
}

export type AuditRow = AuditEntry & { name: string | null };

/** The log, newest first, from below `beforeId` on; about one thing alone where `about` names it. */
export async function listAudit(
  db: Database,
  { beforeId, about, limit }: { beforeId?: number | null; about?: string | null; limit: number },
): Promise<AuditRow[]> {
  const { id, at, merchantId, what, before, after } = auditLog;
  return db
    .select({ id, at, merchantId, what, about: auditLog.about, before, after, name: merchants.name })
    .from(auditLog)
    .leftJoin(merchants, eq(merchants.id, merchantId))
    .where(and(beforeId ? lt(id, beforeId) : undefined, about ? eq(auditLog.about, about) : undefined))
    .orderBy(desc(id))
    .limit(limit);
}
