import { createHash } from 'node:crypto';
import { writeAudit } from '@/lib/db/audit';
import { insertMerchant } from '@/lib/db/merchants';
import { queueInvitation } from '@/lib/db/queue-invitation';
import { endInvitation, findOpenInvitation, type Invitation, insertInvitation, isStaffEmail } from '@/lib/db/staff';
import { constraintOf, inTransaction } from '@/lib/db/transaction';
import type { Language } from '@/lib/domain/market';
import type { Role } from '@/lib/domain/merchants/roles';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

const LIFETIME_MS = 3 * 24 * 60 * 60 * 1000;

/** Where whoever was invited becomes one of the shop. */
export function invitationLink({ shopUrl }: Pick<Deps, 'shopUrl'>, token: string): string {
  return `${shopUrl}/sign-in/invitation?token=${token}`;
}

type Inviting = {
  email: string;
  role: Role;
  language: Language;
  /** Unguessable, made with the form: the same form twice is one invitation, and one link. */
  token: string;
  by: { merchantId: string; name: string };
};

/**
 * Asks somebody by mail to work in the shop, and answers the link, which works once, for three days; of it only a hash is kept.
 * Problem: "already_staff" for an address that works here.
 */
export async function inviteStaff(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'sealer' | 'shopUrl' | 'wake' | 'log'>,
  { email, role, language, token, by }: Inviting,
): Promise<Result<{ link: string }, 'already_staff'>> {
  const at = deps.now();
  const id = deps.newId();
  if (await isStaffEmail(deps.db, email)) return fail('already_staff');
  const times = { createdAt: at, expiresAt: new Date(at.getTime() + LIFETIME_MS) };
  try {
    await inTransaction(deps.db, async (tx) => {
      await insertInvitation(tx, { id, tokenHash: hashOf(token), email, role, invitedBy: by.merchantId, ...times });
      const mail = { id: deps.newId(), invitationId: id, token, email, role, language, sealer: deps.sealer, at };
      await queueInvitation(tx, { ...mail, invitedBy: by.name });
      const about = `invitation:${id}`;
      await writeAudit(tx, { merchantId: by.merchantId, what: 'staff.invited', about, after: { role }, at });
    });
  } catch (error) {
    if (constraintOf(error) !== 'staff_invitations_token_hash_unique') throw error;
  }
  deps.log('staff.invited', { invitation: id, role, merchant: by.merchantId });
  deps.wake('messages');
  return succeed({ link: invitationLink(deps, token) });
}

/** Takes an invitation back: its link is over. Problem: "not_found" when it was accepted, taken back or too old already. */
export async function withdrawInvitation(
  deps: Pick<Deps, 'db' | 'now'>,
  { invitationId, merchantId }: { invitationId: string; merchantId: string },
): Promise<Result<null, 'not_found'>> {
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    const ended = await endInvitation(tx, { id: invitationId, how: 'withdrawn', at });
    if (!ended) return fail('not_found');
    const about = `invitation:${invitationId}`;
    await writeAudit(tx, { merchantId, what: 'staff.invitation_withdrawn', about, at });
    return succeed(null);
  });
}

/** The invitation that a link stands for, while it can be accepted; spends nothing. */
export async function readInvitation(deps: Pick<Deps, 'db' | 'now'>, token: string): Promise<Invitation | null> {
  return findOpenInvitation(deps.db, hashOf(token), deps.now());
}

/**
 * Makes whoever holds the link one of the shop, with the address and the role of the invitation, once. Problems:
 * "invitation_over" for a token that is wrong, old, used or taken back; "already_staff".
 */
export async function acceptInvitation(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log'>,
  { token, name, passwordHash }: { token: string; name: string; passwordHash: string },
): Promise<Result<{ email: string }, 'invitation_over' | 'already_staff'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const at = deps.now();
      const found = await findOpenInvitation(tx, hashOf(token), at);
      const taken = found && (await endInvitation(tx, { id: found.id, how: 'accepted', at }));
      if (!taken) return fail('invitation_over');
      const { email, role } = taken;
      const id = deps.newId();
      await insertMerchant(tx, { id, name, email, role, passwordHash, at });
      const about = `staff:${id}`;
      const after = { name, role, invitation: taken.id };
      await writeAudit(tx, { merchantId: id, what: 'staff.joined', about, after, at });
      deps.log('staff.joined', { merchant: id, role });
      return succeed({ email });
    });
  } catch (error) {
    if (constraintOf(error) === 'merchants_email_unique') return fail('already_staff');
    throw error;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
