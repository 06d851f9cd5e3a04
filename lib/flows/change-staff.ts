import { writeAudit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { getStaffMember, lockOwners, markRemoved, setRole } from '@/lib/db/staff';
import { inTransaction } from '@/lib/db/transaction';
import type { Role } from '@/lib/domain/merchants/roles';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type StaffProblem = 'not_found' | 'last_owner' | 'changed_meanwhile';

/**
 * Gives somebody of the shop another role, from her next request on. Problems: "last_owner" who must stay one; "changed_meanwhile"
 * when her role is no longer `seenRole`; "not_found".
 */
export async function changeRole(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { staffId, role, seenRole, merchantId }: { staffId: string; role: Role; seenRole: Role; merchantId: string },
): Promise<Result<null, StaffProblem>> {
  return inTransaction(deps.db, async (tx) => {
    const found = await holdMember(tx, staffId, { staysOwner: role === 'owner' });
    if (!found.ok) return found;
    if (found.value.role === role) return succeed(null);
    if (found.value.role !== seenRole) return fail('changed_meanwhile');
    const at = deps.now();
    await setRole(tx, staffId, role, at);
    const [about, before, after] = [`staff:${staffId}`, { role: seenRole }, { role }];
    await writeAudit(tx, { merchantId, what: 'staff.role_changed', about, before, after, at });
    deps.log('staff.role_changed', { staff: staffId, role, merchant: merchantId });
    return succeed(null);
  });
}

/** Ends somebody's work in the shop and all her sessions at once. Problems: "last_owner"; "not_found" (also when she is gone already). */
export async function removeStaff(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { staffId, merchantId }: { staffId: string; merchantId: string },
): Promise<Result<null, StaffProblem>> {
  return inTransaction(deps.db, async (tx) => {
    const found = await holdMember(tx, staffId, { staysOwner: false });
    if (!found.ok) return found;
    const at = deps.now();
    await markRemoved(tx, staffId, at);
    const { name, role } = found.value;
    await writeAudit(tx, { merchantId, what: 'staff.removed', about: `staff:${staffId}`, before: { name, role }, at });
    deps.log('staff.removed', { staff: staffId, merchant: merchantId });
    return succeed(null);
  });
}

async function holdMember(tx: Database, staffId: string, { staysOwner }: { staysOwner: boolean }) {
  // Owners first: whoever else is about to go waits here, and then counts anew.
  const owners = await lockOwners(tx);
  const member = await getStaffMember(tx, staffId);
  if (!member) return fail('not_found');
  const isLastOwner = owners.length === 1 && owners[0] === staffId;
  return isLastOwner && !staysOwner ? fail('last_owner') : succeed(member);
}
