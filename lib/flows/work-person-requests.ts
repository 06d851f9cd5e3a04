import type { Database } from '@/lib/db/client';
import {
  endSessions,
  eraseTraces,
  findTraces,
  findTracesOfShopper,
  hasOpenAttempt,
  type Traces,
} from '@/lib/db/erase-person';
import {
  claimPersonRequest,
  markPersonRequestDone,
  type PersonRequestRow,
  postponePersonRequest,
} from '@/lib/db/person-requests';
import { inTransaction } from '@/lib/db/transaction';
import type { Deps } from './deps';
import { personPlace, shopperOfRequest } from './receive-person-request';
import { publishRating } from './write-review';

type Needs = Pick<Deps, 'db' | 'messenger' | 'sealer' | 'page' | 'now' | 'log' | 'wake'>;

const LEASE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Does what people asked for, through Meta or by themselves, each in one transaction: erases what is kept about them, or ends their
 * sessions. Waits while a payment of hers is open, or Meta does not say who she is. Answers how many were taken.
 */
export async function workPersonRequests(deps: Needs, limit = 20): Promise<number> {
  let taken = 0;
  while (taken < limit) {
    const request = await claimPersonRequest(deps.db, { now: deps.now(), leaseMs: LEASE_MS });
    if (!request) break;
    taken += 1;
    await workOne(deps, request);
  }
  return taken;
}

async function workOne(deps: Needs, request: PersonRequestRow): Promise<void> {
  const { code, kind, personMark, sealedPerson, tries } = request;
  if (sealedPerson === null) throw new Error('a waiting request without a person');
  const find = await findWho(deps, deps.sealer.open(personPlace(personMark), sealedPerson));
  const done = find !== null && (await carryOut(deps, request, find));
  if (done) {
    deps.wake('payments'); // kept cards are detached at the provider
    deps.log('person_request.done', { kind });
    return;
  }
  const waitMs = Math.min(5_000 * 2 ** tries, LONGEST_WAIT_MS);
  await postponePersonRequest(deps.db, code, new Date(deps.now().getTime() + waitMs));
}

/** How her rows are found; null while Meta does not say who she is. */
async function findWho(deps: Needs, person: string): Promise<((tx: Database) => Promise<Traces>) | null> {
  const shopperId = shopperOfRequest(person);
  if (shopperId) return (tx) => findTracesOfShopper(tx, deps.page.id, shopperId);
  const psid = await deps.messenger.psidOfAppPerson(person);
  if (!psid.ok) return null;
  const psids = psid.value === null ? [person] : [person, psid.value];
  return (tx) => findTraces(tx, deps.page.id, psids);
}

/** False while money of hers may be moving: what belongs to an open payment cannot go. */
async function carryOut(
  deps: Needs,
  { code, kind }: PersonRequestRow,
  find: (tx: Database) => Promise<Traces>,
): Promise<boolean> {
  const at = deps.now();
  return inTransaction(deps.db, async (tx) => {
    const traces = await find(tx);
    if (kind === 'erase' && (await hasOpenAttempt(tx, traces))) return false;
    const erased = kind === 'erase' ? await eraseTraces(tx, traces, at) : null;
    await publishRating(tx, erased?.reviewed ?? []);
    const keptOrders = erased?.keptOrders ?? false;
    if (kind === 'deauthorise') await endSessions(tx, traces);
    await markPersonRequestDone(tx, code, { keptOrders, at });
    return true;
  });
}
