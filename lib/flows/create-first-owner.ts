import { createHash } from 'node:crypto';
import {
  deleteFirstOwnerLinks,
  hasMerchant,
  insertMerchant,
  listFirstOwnerLinks,
  lockFirstOwner,
  saveFirstOwnerLinks,
} from '@/lib/db/merchants';
import { inTransaction } from '@/lib/db/transaction';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type OwnerDeps = Pick<Deps, 'db' | 'newId' | 'now'>;

const LIFETIME_MS = 24 * 60 * 60 * 1000;
/** So many starts without an owner have a living link; older ones end. */
const LINKS_KEPT = 5;

/** A token that makes its bearer the shop's first owner, once, within a day. Null as soon as there is an owner. */
export async function issueFirstOwnerLink(deps: OwnerDeps): Promise<string | null> {
  return inTransaction(deps.db, async (tx) => {
    await lockFirstOwner(tx);
    if (await hasMerchant(tx)) return null;
    const token = deps.newId();
    const expiresAt = new Date(deps.now().getTime() + LIFETIME_MS).toISOString();
    const others = await listFirstOwnerLinks(tx);
    await saveFirstOwnerLinks(tx, [{ tokenHash: hashOf(token), expiresAt }, ...others].slice(0, LINKS_KEPT));
    return token;
  });
}

/** Whether a link would still be accepted; spends nothing. */
export async function isFirstOwnerLink(deps: OwnerDeps, token: string): Promise<boolean> {
  const links = await listFirstOwnerLinks(deps.db);
  const tokenHash = hashOf(token);
  return links.some((link) => link.tokenHash === tokenHash && new Date(link.expiresAt) > deps.now());
}

/** Makes the first owner and ends every link. "link_over" for a token that is wrong, old, used, or too late. */
export async function createFirstOwner(
  deps: OwnerDeps,
  owner: { token: string; name: string; email: string; passwordHash: string },
): Promise<Result<null, 'link_over'>> {
  return inTransaction(deps.db, async (tx) => {
    await lockFirstOwner(tx);
    if ((await hasMerchant(tx)) || !(await isFirstOwnerLink({ ...deps, db: tx }, owner.token)))
      return fail('link_over');
    const { name, email, passwordHash } = owner;
    await insertMerchant(tx, { id: deps.newId(), name, email, role: 'owner', passwordHash, at: deps.now() });
    await deleteFirstOwnerLinks(tx);
    return succeed(null);
  });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
